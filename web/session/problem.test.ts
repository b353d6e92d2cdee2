import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseFailure, reasonOf } from './problem.ts'

const stale = { code: 'gas-sample-stale', params: { ageMinutes: 31 } }

describe('what the server answers when it says no', () => {
  test('keeps every refusal with its parameters', () => {
    assert.deepEqual(parseFailure(409, { type: 'about:blank', status: 409, code: 'refused', refusals: [stale] }), {
      kind: 'problem',
      problem: { status: 409, code: 'refused', fields: [], refusals: [stale] },
    })
  })

  test('is a refusal also when the decision answers with its reasons alone', () => {
    const failure = parseFailure(409, { accepted: false, status: 'approved', refusals: [stale] })
    assert.ok(failure.kind === 'problem')
    assert.deepEqual([failure.problem.code, failure.problem.refusals], ['refused', [stale]])
  })

  test('keeps the fields that are wrong and drops what is none', () => {
    const failure = parseFailure(422, {
      code: 'bad-input',

      fields: [{ path: 'crew.0', message: '缺' }, 'x', null],
    })
    assert.ok(failure.kind === 'problem')
    assert.deepEqual(failure.problem.fields, [{ path: 'crew.0', code: '', params: {}, message: '缺' }])
  })

  for (const body of [undefined, null, '<html>', [], {}, { code: 7 }, { title: 'Bad Gateway' }]) {
    test(`is unreadable when it is ${JSON.stringify(body)}, and not taken for a refusal`, () => {
      assert.deepEqual(parseFailure(502, body), { kind: 'unreadable', status: 502 })
    })
  }
})

describe('what somebody who only wanted to read is told', () => {
  const told = (status: number) => reasonOf(parseFailure(status, { code: 'any' }))

  test('what is not there and what is not for them is said, and not worth another try', () => {
    assert.deepEqual([told(404), told(403)], ['gone', 'forbidden'])
  })

  test('a server in trouble is unreadable, whatever its code', () => {
    assert.deepEqual(
      [told(500), reasonOf(parseFailure(502, '<html>')), told(409)],
      ['unreadable', 'unreadable', 'unreadable'],
    )
  })

  test('no answer at all is the network', () => {
    assert.equal(reasonOf({ kind: 'unreachable' }), 'unreachable')
  })
})
