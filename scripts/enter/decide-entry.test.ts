import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import { decideEntry } from './decide-entry.mjs'
import type { Found } from './decide-entry.mjs'
import { runtimeOf, runtimeVersion, supportedPlatforms } from './platform.mjs'

const found: Found = {
  command: 'start',
  commands: ['start', 'test-quick'],
  systemNode: '20.19.2',
  platform: 'linux-x64',
  runtime: runtimeOf('linux', 'x64'),
  installedRuntimeVersion: runtimeVersion,
  lockHash: 'a',
  installedHash: 'a',
}

const refusal = (change: Partial<Found>): string => {
  const entry = decideEntry({ ...found, ...change })
  assert.equal(entry.step, 'refuse')
  return entry.step === 'refuse' ? entry.sentence : ''
}

describe('entering a command', () => {
  test('runs on the pinned Node when the packages are those of the lockfile', () => {
    assert.deepEqual(decideEntry(found), { step: 'run', runtime: runtimeOf('linux', 'x64') })
  })

  test('installs when nothing is installed, when the lockfile has changed and when the runtime is missing', () => {
    const install = { step: 'install', lockHash: 'a' }
    assert.deepEqual(decideEntry({ ...found, installedHash: undefined, installedRuntimeVersion: undefined }), install)
    assert.deepEqual(decideEntry({ ...found, installedHash: 'b' }), install)
    assert.deepEqual(decideEntry({ ...found, installedRuntimeVersion: undefined }), install)
  })

  test('refuses a platform without a pinned runtime, naming it and those that have one', () => {
    const sentence = refusal({ platform: 'freebsd-x64', runtime: runtimeOf('freebsd', 'x64') })
    for (const word of ['freebsd-x64', ...supportedPlatforms]) assert.ok(sentence.includes(word), word)
  })

  test('refuses a runtime of another version, naming both', () => {
    const sentence = refusal({ installedRuntimeVersion: '24.1.0' })
    assert.ok(sentence.includes('24.1.0') && sentence.includes(runtimeVersion))
  })

  test('refuses a system Node older than 20 before anything is installed', () => {
    assert.match(refusal({ systemNode: '18.20.0', installedHash: undefined }), /18\.20\.0/)
  })

  test('refuses an unknown command and lists those that exist, never a path', () => {
    assert.match(refusal({ command: 'strat' }), /start, test-quick/)
    assert.match(refusal({ command: '../start' }), /start, test-quick/)
    assert.match(refusal({ command: undefined }), /start, test-quick/)
  })
})
