import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createWedgeReader } from './wedge-reader.ts'

const type = (keys: readonly string[], gapMs: number) => {
  const read = createWedgeReader()
  return keys.map((key, index) => read(key, 1000 + index * gapMs)).filter((text) => text !== undefined)
}

describe('a keyboard-wedge scanner', () => {
  test('is heard as one text', () => {
    assert.deepEqual(type([...'FAN-0042', 'Enter'], 8), ['FAN-0042'])
  })

  test('may press Shift between the letters', () => {
    assert.deepEqual(type(['Shift', 'F', 'Shift', 'A', 'N', '0', '0', '4', '2', 'Enter'], 8), ['FAN0042'])
  })

  test('may stutter once', () => {
    const read = createWedgeReader()
    const answers = [...'FAN-0042', 'Enter'].map((key, index) => read(key, index * 20 + (index > 3 ? 300 : 0)))
    assert.equal(answers.at(-1), 'FAN-0042')
  })

  test('is not taken for a person who types the same', () => {
    assert.deepEqual(type([...'FAN-0042', 'Enter'], 90), [])
  })

  test('is not heard when the text is too short to be a code', () => {
    assert.deepEqual(type([...'12345', 'Enter'], 8), [])
  })

  test('starts afresh after a pause, so that stray keys do not spoil the code', () => {
    const read = createWedgeReader()
    read('x', 0)
    const answers = [...'FAN-0042', 'Enter'].map((key, index) => read(key, 500 + index * 8))
    assert.equal(answers.at(-1), 'FAN-0042')
  })
})
