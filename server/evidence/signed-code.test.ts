import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { codeKinds } from '#core/evidence/evidence-refusal.ts'
import { createCodeSigner, drawCodePng, drawCodeSvg, toCodeAddress } from './signed-code.ts'
import { deriveSigningKey } from './signing-key.ts'

const serverKey = randomBytes(32)
const signer = createCodeSigner(deriveSigningKey(serverKey, 'signed-code'))
const fan = { kind: 'fan', plantId: 'farbridge', id: '01936b2e-7c1f-7abc-8def-0123456789ab' } as const

const readFrom = async (picture: Buffer): Promise<string | undefined> => {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe('a printed code', () => {
  test('reads back as what was signed, whatever it names', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/)
    fc.assert(
      fc.property(fc.constantFrom(...codeKinds), name, name, (kind, plantId, id) => {
        const content = { kind, plantId, id }
        assert.deepEqual(signer.read(signer.sign(content), plantId), { accepted: true, content })
      }),
    )
  })

  test('is forged when a single character differs', () => {
    const code = signer.sign(fan)
    const at = code.indexOf('7abc')
    const forged = `${code.slice(0, at)}8${code.slice(at + 1)}`
    assert.deepEqual(signer.read(forged, 'farbridge'), { accepted: false, refusal: 'code-forged' })
  })

  test('of one kind is not taken for another', () => {
    const forged = signer.sign(fan).replace('.fan.', '.place.')
    assert.deepEqual(signer.read(forged, 'farbridge'), { accepted: false, refusal: 'code-forged' })
  })

  test('of another plant, another server or another purpose is refused', () => {
    const code = signer.sign(fan)
    assert.deepEqual(signer.read(code, 'farbridge-south'), { accepted: false, refusal: 'code-of-another-plant' })
    const strangers = [
      createCodeSigner(deriveSigningKey(randomBytes(32), 'signed-code')),
      createCodeSigner(deriveSigningKey(serverKey, 'capture-ticket')),
    ]
    for (const stranger of strangers) {
      assert.deepEqual(stranger.read(code, 'farbridge'), { accepted: false, refusal: 'code-forged' })
    }
  })

  test('that is no code is unreadable', () => {
    const texts = [
      '',
      'HP1',
      'https://example.com',
      'HP1.fan.farbridge.x.short',
      `HP1.gate.farbridge.x.${'a'.repeat(22)}`,
      'x'.repeat(9999),
    ]
    for (const text of texts)
      assert.deepEqual(signer.read(text, 'farbridge'), { accepted: false, refusal: 'code-unreadable' })
  })

  test('of a site is an address that a phone opens, and reads the same', () => {
    const site = { kind: 'site', plantId: 'farbridge', id: 'north-gate' } as const
    const address = toCodeAddress('https://ptw.farbridge.example/field/stop', signer.sign(site))
    assert.equal(new URL(address).pathname, '/field/stop')
    assert.deepEqual(signer.read(address, 'farbridge'), { accepted: true, content: site })
  })

  test('can be read from the drawn picture, as PNG and as SVG, and with a hole in it', async () => {
    const code = signer.sign(fan)
    const png = await drawCodePng(code, 600)
    assert.equal(await readFrom(png), code)
    assert.equal(
      await readFrom(
        await sharp(Buffer.from(await drawCodeSvg(code)))
          .resize(600)
          .png()
          .toBuffer(),
      ),
      code,
    )
    const holed = sharp(png).composite([
      { input: { create: { width: 90, height: 90, channels: 3, background: '#fff' } }, left: 260, top: 280 },
    ])
    assert.equal(await readFrom(await holed.png().toBuffer()), code)
  })

  test('needs a name that can be printed', () => {
    assert.throws(() => signer.sign({ ...fan, id: 'R 101' }), /cannot be printed/)
    assert.throws(() => signer.sign({ ...fan, id: '' }), /cannot be printed/)
  })

  test('needs a server key of 32 bytes', () => {
    assert.throws(() => deriveSigningKey(randomBytes(31), 'signed-code'), /32 bytes/)
  })
})
