import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paceOf } from './progress.ts'

describe('the pace of a long piece of work', () => {
  test('tells rows per second and the time left', () => {
    assert.deepEqual(paceOf({ done: 1000, total: 4000, startedAt: 0, at: 2000 }), {
      percent: 25,
      perSecond: 500,
      leftMs: 6000,
    })
  })

  test('says nothing of the time left before the first row', () => {
    assert.equal(paceOf({ done: 0, total: 4000, startedAt: 0, at: 500 }).leftMs, 'unknown')
    assert.equal(paceOf({ done: 0, total: 4000, startedAt: 7, at: 7 }).leftMs, 'unknown')
  })

  test('is not at 100 % before the last row', () => {
    assert.equal(paceOf({ done: 49_999, total: 50_000, startedAt: 0, at: 9000 }).percent, 99)
  })

  test('of nothing to do is done', () => {
    assert.equal(paceOf({ done: 0, total: 0, startedAt: 0, at: 0 }).percent, 100)
  })
})
