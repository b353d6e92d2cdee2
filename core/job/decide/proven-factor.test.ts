import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { signature } from '../examples.ts'
import { checkFactor } from './proven-factor.ts'

describe('the factor of a signature', () => {
  const needed = { factor: { value: 'pin', source: 'enterprise' } } as const

  test('is the session where the step asks for no more', () => {
    assert.deepEqual(checkFactor(signature, {}), [])
  })

  test('is refused as the session alone where the step asks for the number, and says whose wish that is', () => {
    assert.deepEqual(checkFactor({ ...signature, factor: 'session' }, needed), [
      { code: 'factor-not-proven', params: { factor: 'pin' }, clause: null, source: 'enterprise' },
    ])
  })

  test('suffices as the number, and as anything that proves more', () => {
    for (const factor of ['pin', 'passkey'] as const)
      assert.deepEqual(checkFactor({ ...signature, factor }, needed), [])
  })
})
