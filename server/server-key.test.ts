import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { loadServerKey } from './server-key.ts'

describe('the server key', () => {
  test('is made once, the same for all who start at the same moment, and readable by nobody else', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'holdpoint-key-'))
    t.after(() => rm(folder, { recursive: true }))
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadServerKey(folder)))
    assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1)
    assert.equal(keys[0]?.byteLength, 32)
    assert.deepEqual(await readdir(folder), ['server.key'])
    assert.equal((await stat(join(folder, 'server.key'))).mode & 0o077, 0)
  })

  test('that is damaged is an error and never replaced: every printed code would become a forgery', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'holdpoint-key-'))
    t.after(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'server.key'), 'short')
    await assert.rejects(loadServerKey(folder), /damaged/)
  })
})
