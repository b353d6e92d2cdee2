import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, request } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

import { demoPlant } from '#demo/load-plant.ts'
import { startServer } from '#server/main.ts'
import type { RunningServer } from '#server/main.ts'

import { createTestDatabase } from '../testing/test-database.ts'
import type { TestDatabase } from '../testing/test-database.ts'
import { createServerCertificate } from './certificates.ts'
import { makeCertificates } from './make-certificates.ts'
import { encodeNameConstraints, isCovered } from './name-constraints.ts'

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** A client that trusts that authority and nothing else. */
const get = (url: string, ca: string | undefined, servername?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(
      url,
      { ca, agent: false, ...(servername === undefined ? {} : { servername }) },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        )
      },
    )
    asking.once('error', reject)
    asking.end()
  })

const port = 19_140

describe('the server over TLS', () => {
  let folder: string
  let database: TestDatabase
  let server: RunningServer
  let authority: string
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdpoint-tls-'))
    const made = await makeCertificates(
      join(folder, 'tls'),
      ['plant.local', 'localhost', '127.0.0.1', '::1'],
      new Date(),
    )
    authority = readFileSync(made.authorityFile, 'utf8')
    database = await createTestDatabase()
    server = await startServer({
      appUrl: database.appUrl,
      dataDir: folder,
      host: '127.0.0.1',
      port,
      defaultPlant: demoPlant,
      webFolder: null,
      tls: { cert: readFileSync(made.certificateFile, 'utf8'), key: readFileSync(made.keyFile, 'utf8') },
      authority,
    })
  })
  after(async () => {
    await server.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is trusted by whoever installed the authority, by address and by name', async () => {
    assert.equal((await get(`${server.url}/healthz`, authority)).status, 200)
    assert.equal((await get(`https://localhost:${port}/healthz`, authority)).status, 200)
    assert.equal((await get(`https://127.0.0.1:${port}/healthz`, authority, 'plant.local')).status, 200)
  })

  test('is not trusted by others', async () => {
    await assert.rejects(get(`${server.url}/healthz`, undefined), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
  })

  test('hands the authority out as phones want it, and shows the fingerprint to compare', async () => {
    const { headers, body } = await get(`${server.url}/tls/ca.crt`, authority)
    assert.equal(headers['content-type'], 'application/x-x509-ca-cert')
    assert.equal(new X509Certificate(body).fingerprint256, new X509Certificate(authority).fingerprint256)
    const page = (await get(`${server.url}/tls`, authority)).body.toString()
    assert.ok(page.includes(new X509Certificate(authority).fingerprint256))
    assert.ok(page.includes('lang="zh-CN"') && page.includes('/tls/ca.crt'))
    assert.ok((await get(`${server.url}/tls?lang=en`, authority)).body.toString().includes('lang="en"'))
  })
})

describe('the certificates', () => {
  const withFolder = async (act: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'holdpoint-tls-'))
    try {
      await act(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  test('are renewed under the same authority, so that phones install it once', () =>
    withFolder(async (folder) => {
      const first = await makeCertificates(folder, ['localhost'], new Date())
      const before_ = readFileSync(first.authorityFile, 'utf8')
      const second = await makeCertificates(folder, ['localhost', '192.168.7.9'], new Date())
      assert.deepEqual([first.isNewAuthority, second.isNewAuthority], [true, false])
      assert.equal(readFileSync(second.authorityFile, 'utf8'), before_)
      assert.match(new X509Certificate(readFileSync(second.certificateFile)).subjectAltName ?? '', /192\.168\.7\.9/)
      assert.equal(statSync(join(folder, 'ca.key')).mode & 0o077, 0)
    }))

  test('are not made for a name that the authority may not vouch for', () =>
    withFolder(async (folder) => {
      await makeCertificates(folder, ['localhost'], new Date())
      await assert.rejects(makeCertificates(folder, ['localhost', 'bank.example'], new Date()), /bank\.example/)
    }))

  test('of a stolen authority are refused by clients for any name but its own', () =>
    withFolder(async (folder) => {
      const made = await makeCertificates(folder, ['localhost'], new Date())
      const stolen = {
        certificate: readFileSync(made.authorityFile, 'utf8'),
        key: readFileSync(join(folder, 'ca.key'), 'utf8'),
      }
      for (const name of ['bank.example', '8.8.8.8']) {
        const pair = await createServerCertificate(stolen, [name], new Date())
        const thief = createServer({ cert: pair.certificate, key: pair.key }, (_, response) => response.end())
        await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve))
        const { port: thiefPort } = thief.address() as AddressInfo
        // The reason and not its code: Node names only some of OpenSSL's reasons, and calls the others unspecified.
        await assert
          .rejects(get(`https://127.0.0.1:${thiefPort}/`, stolen.certificate, 'bank.example'), /permitted subtree/)
          .finally(() => thief.close())
      }
    }))

  test('end before phones would refuse them for their length', () =>
    withFolder(async (folder) => {
      const made = await makeCertificates(folder, ['localhost'], new Date())
      const { validFromDate, validToDate } = new X509Certificate(readFileSync(made.certificateFile))
      const days = (validToDate.getTime() - validFromDate.getTime()) / 86_400_000
      assert.ok(days > 390 && days < 398, `${days} days`)
    }))
})

test('names are covered by themselves, by a parent and by the private ranges, at their bounds', () => {
  const names = ['plant.local', '203.0.113.7']
  for (const name of [
    'plant.local',
    'a.plant.local',
    '203.0.113.7',
    '127.0.0.1',
    '172.16.0.0',
    '172.31.255.255',
    '::1',
  ])
    assert.ok(isCovered(name, names), name)
  for (const name of ['xplant.local', 'local', '203.0.113.8', '172.15.255.255', '172.32.0.0', 'bank.example'])
    assert.ok(!isCovered(name, names), name)
})

test('constraints longer than 255 bytes are still well-formed', () => {
  const encoded = encodeNameConstraints([
    `${'a'.repeat(60)}.local`,
    `${'b'.repeat(60)}.local`,
    `${'c'.repeat(60)}.local`,
  ])
  assert.equal(encoded[1], 0x82)
  assert.equal(((encoded[2] ?? 0) << 8) | (encoded[3] ?? 0), encoded.length - 4)
})
