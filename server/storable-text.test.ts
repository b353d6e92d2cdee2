import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findUnstorable, isStorable, toStorable } from './storable-text.ts'

describe('a text that the database can keep', () => {
  const cases = [
    ['法兰 🔥 é', true, '法兰 🔥 é'],
    ['', true, ''],
    ['a\0b', false, 'ab'],
    ['high \ud83d', false, 'high \ufffd'],
    ['low \udd25 then', false, 'low \ufffd then'],
    // Halves in the wrong order are two halves, no pair.
    ['\udd25\ud83d', false, '\ufffd\ufffd'],
  ] as const
  for (const [text, kept, mended] of cases)
    test(`${JSON.stringify(text)} is ${kept ? 'kept' : 'found and mended'}`, () => {
      assert.equal(isStorable(text), kept)
      assert.equal(toStorable(text), mended)
    })

  test('is looked for at every depth, and in the names of fields', () => {
    const value = { a: [1, null, { b: 'x\0' }], c: 'fine', d: { 'e\0': 'fine' }, f: '\ud800' }
    assert.deepEqual(findUnstorable(value), [['a', 2, 'b'], ['d', 'e'], ['f']])
  })
})
