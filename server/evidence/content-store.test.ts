import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type ContentHash, createContentStore, hashOf } from './content-store.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdpoint-content-'))
})
afterEach(() => rm(folder, { recursive: true }))

const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
const pathOf = (hash: ContentHash) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

describe('the content store', () => {
  test('gives back what was kept under its SHA-256', async () => {
    const store = createContentStore(folder)
    const hash = await store.put(Buffer.from('abc'))
    assert.equal(hash, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    assert.equal((await store.read(hash))?.toString(), 'abc')
  })

  test('keeps the same content once, however many bring it at the same time', async () => {
    const store = createContentStore(folder)
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.put(Buffer.from('again'))))
    assert.equal(new Set(hashes).size, 1)
    assert.equal((await filesIn()).length, 1)
  })

  test('never writes over a file, not even to mend it', async () => {
    const store = createContentStore(folder)
    const hash = await store.put(Buffer.from('first'))
    const { ino } = await stat(pathOf(hash))
    await store.put(Buffer.from('first'))
    assert.equal((await stat(pathOf(hash))).ino, ino)

    await chmod(pathOf(hash), 0o600)
    await writeFile(pathOf(hash), 'shortened!')
    await assert.rejects(store.put(Buffer.from('first')), /bytes instead of/)
  })

  test('says so when a file was altered, and nothing where there is none', async () => {
    const store = createContentStore(folder)
    const hash = await store.put(Buffer.from('proof'))
    await chmod(pathOf(hash), 0o600)
    await writeFile(pathOf(hash), 'fraud')
    await assert.rejects(store.read(hash), /altered/)
    assert.equal(await store.read(hashOf(Buffer.from('never came'))), undefined)
  })
})
