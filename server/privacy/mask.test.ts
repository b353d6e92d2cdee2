import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { maskIdNumber, maskPhone } from './mask.ts'

describe('a masked number', () => {
  test('keeps its ends and its length', () => {
    assert.equal(maskIdNumber('110105194912311234'), '110***********1234')
    assert.equal(maskPhone('13812341234'), '138****1234')
  })

  test('is hidden altogether where the ends would be nearly all of it', () => {
    assert.equal(maskPhone('1234567890'), '**********')
    assert.equal(maskIdNumber('12345'), '*****')
    assert.equal(maskIdNumber(''), '')
  })
})
