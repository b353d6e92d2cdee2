import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { drawScene, sceneJpeg } from './examples.ts'
import type { EvidenceRefusalCode } from '#core/evidence/evidence-refusal.ts'
import { inspectPicture } from './inspect-picture.ts'
import { pictureLimits } from './picture-limits.ts'

const inspect = (bytes: Buffer, claimed?: string) => inspectPicture(bytes, claimed, pictureLimits)

const accepted = async (bytes: Buffer) => {
  const inspection = await inspect(bytes)
  assert.ok(inspection.accepted, JSON.stringify(inspection))
  return inspection.picture
}

const refusedFor = async (bytes: Buffer, code: EvidenceRefusalCode, claimed?: string) => {
  const inspection = await inspect(bytes, claimed)
  assert.equal(inspection.accepted, false)
  assert.deepEqual(inspection.accepted ? [] : inspection.refusals.map((refusal) => refusal.code), [code])
}

describe('a picture', () => {
  test('is taken as JPEG, PNG and WebP, with its upright size', async () => {
    const picture = drawScene(1, 800, 600)
    assert.equal((await accepted(await picture.clone().jpeg().toBuffer())).type, 'image/jpeg')
    assert.equal((await accepted(await picture.clone().png().toBuffer())).type, 'image/png')
    assert.equal((await accepted(await picture.clone().webp().toBuffer())).type, 'image/webp')
    const turned = await accepted(await picture.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer())
    assert.deepEqual([turned.widthPixels, turned.heightPixels], [600, 800])
  })

  test('is told by its bytes and not by its name', async () => {
    const program = Buffer.from('#!/bin/sh\necho owned\n'.repeat(100))
    await refusedFor(program, 'picture-type-unfit', 'image/jpeg')
    await refusedFor(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-type-unfit')
    await refusedFor(Buffer.from('GIF89a'), 'picture-type-unfit')
    await refusedFor(Buffer.alloc(0), 'picture-type-unfit')
    await refusedFor(await sceneJpeg(1), 'picture-type-mismatch', 'image/png')
  })

  test('of one byte too many is refused, and names the limit', async () => {
    const limits = { ...pictureLimits, bytesMax: 1000 }
    const inspection = await inspectPicture(Buffer.alloc(1001, 0xff), undefined, limits)
    assert.deepEqual(inspection, {
      accepted: false,
      refusals: [{ code: 'picture-too-many-bytes', params: { bytes: 1001, bytesMax: 1000 } }],
    })
  })

  test('that is torn, or that only begins like one, is unreadable', async () => {
    const whole = await sceneJpeg(2)
    await refusedFor(whole.subarray(0, whole.length / 2), 'picture-unreadable')
    await refusedFor(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000, 7)]), 'picture-unreadable')
  })

  test('that unfolds to gigabytes is refused by its header, unopened', async () => {
    const bomb = pngOf(30_000, 30_000)
    assert.ok(bomb.byteLength < 2_000_000)
    const memoryBefore = process.memoryUsage().rss
    const startedAt = performance.now()
    await refusedFor(bomb, 'picture-too-many-pixels')
    assert.ok(performance.now() - startedAt < 1000)
    assert.ok(process.memoryUsage().rss - memoryBefore < 100 * 1024 * 1024)
  })

  test('that lies about its size is not unpacked beyond it', async () => {
    const lie = pngOf(30_000, 300)
    lie.writeUInt32BE(300, 16)
    lie.writeUInt32BE(crc32(lie.subarray(12, 29)), 29)
    const memoryBefore = process.memoryUsage().rss
    const { widthPixels, heightPixels } = await accepted(lie)
    assert.deepEqual([widthPixels, heightPixels], [300, 300])
    assert.ok(process.memoryUsage().rss - memoryBefore < 50 * 1024 * 1024)
  })

  test('too small to show anything is refused, at the limit it is taken', async () => {
    await refusedFor(await sceneJpeg(1, 159, 400), 'picture-too-small')
    await accepted(await sceneJpeg(1, 160, 400))
  })

  test('keeps apart what the camera wrote, whatever it is', async () => {
    const marked = await drawScene(1)
      .withExif({
        IFD0: { Make: 'Huawei', Model: 'P60' },
        IFD2: { DateTimeOriginal: '2026:11:24 10:00:00' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '30/1 6/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '121/1 12/1 0/1',
        },
      })
      .jpeg()
      .toBuffer()
    assert.deepEqual((await accepted(marked)).exif, {
      make: 'Huawei',
      model: 'P60',
      takenAtText: '2026:11:24 10:00:00',
      latitude: 30.1,
      longitude: 121.2,
    })
    assert.equal((await accepted(await sceneJpeg(1))).exif, null)
  })

  test('is advised to be taken again when dark or blurred, and only then', async () => {
    const adviceFor = async (bytes: Buffer) => (await accepted(bytes)).clarity.advice
    assert.deepEqual(await adviceFor(await sceneJpeg(4)), [])
    assert.deepEqual(await adviceFor(await drawScene(4).linear(0.08, 0).jpeg().toBuffer()), ['dark'])
    assert.deepEqual(await adviceFor(await drawScene(4).blur(25).jpeg().toBuffer()), ['blurred'])
    const blank = sharp({ create: { width: 600, height: 600, channels: 3, background: '#777' } })
    assert.deepEqual(await adviceFor(await blank.jpeg().toBuffer()), ['blurred'])
  })
})

/** A PNG of zeros, one bit a pixel: 30 000 × 30 000 fold to some hundred kilobytes. */
const pngOf = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 })
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.byteLength)
    checksum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, checksum])
  }
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
