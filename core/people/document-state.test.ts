import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '../time/epoch.ts'
import { stateOfDocument, type DocumentFacts } from './document-state.ts'

const today = isoDate('2026-11-24')
const document: DocumentFacts = {
  validFrom: '2024-01-01',
  validThrough: '2030-01-01',
  isUnlimited: false,
  reviewDue: null,
  holder: 'match',
  official: 'confirmed',
}
const stateOf = (change: Partial<DocumentFacts>) => stateOfDocument({ ...document, ...change }, today)

describe('a document', () => {
  test('is valid through its last day and lapsed on the next', () => {
    assert.equal(stateOf({ validThrough: '2026-11-24' }), 'due-soon')
    assert.equal(stateOf({ validThrough: '2026-11-23' }), 'lapsed')
  })
  test('is due soon from sixty days before its end', () => {
    assert.equal(stateOf({ validThrough: '2027-01-23' }), 'due-soon')
    assert.equal(stateOf({ validThrough: '2027-01-24' }), 'valid')
  })
  test('lapses with a review that was missed, however long it would run', () => {
    assert.equal(stateOf({ isUnlimited: true, validThrough: null, reviewDue: '2026-11-23' }), 'lapsed')
  })
  test('is never valid when something of it is unknown', () => {
    assert.equal(stateOf({ validThrough: null }), 'unknown')
    assert.equal(stateOf({ holder: 'unknown' }), 'unknown')
    assert.equal(stateOf({ validFrom: '2026-11-25' }), 'unknown')
    assert.equal(stateOf({ official: 'unchecked' }), 'unconfirmed')
  })
  test('that the register refuses or that names another person is not accepted', () => {
    assert.equal(stateOf({ official: 'revoked' }), 'not-accepted')
    assert.equal(stateOf({ official: 'not-found' }), 'not-accepted')
    assert.equal(stateOf({ holder: 'mismatch' }), 'not-accepted')
  })
})
