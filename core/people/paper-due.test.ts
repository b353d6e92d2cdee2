import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DocumentFacts } from './document-state.ts'
import { medicalDue, paperDue } from './paper-due.ts'

const today = '2026-11-25' as Parameters<typeof paperDue>[1]
const document: DocumentFacts = {
  validFrom: '2024-01-01',
  validThrough: '2029-01-01',
  isUnlimited: false,
  reviewDue: null,
  holder: 'match',
  official: 'confirmed',
}

describe('what a firm has to do about a document', () => {
  test('is nothing until a month before it ends, and renewing it from that day on', () => {
    assert.equal(paperDue({ ...document, validThrough: '2026-12-26' }, today), null)
    assert.deepEqual(paperDue({ ...document, validThrough: '2026-12-25' }, today), {
      state: 'due-soon',
      by: '2026-12-25',
      action: 'renew',
    })
    assert.equal(paperDue({ ...document, validThrough: '2026-11-25' }, today)?.state, 'due-soon')
    assert.equal(paperDue({ ...document, validThrough: '2026-11-24' }, today)?.state, 'lapsed')
  })

  test('is the review when that comes first', () => {
    assert.deepEqual(paperDue({ ...document, reviewDue: '2026-12-01' }, today), {
      state: 'due-soon',
      by: '2026-12-01',
      action: 'review',
    })
  })

  test('is something as well where nothing is known', () => {
    assert.equal(paperDue({ ...document, validThrough: null }, today)?.action, 'hand-in')
    assert.equal(paperDue({ ...document, official: 'unchecked' }, today)?.action, 'ask-for-check')
    assert.equal(paperDue({ ...document, official: 'revoked' }, today)?.action, 'replace')
    assert.deepEqual(medicalDue(null, today), { state: 'unknown', by: null, action: 'examine' })
  })

  test('is other work for whoever is not fit, and an examination for whoever is to be seen again', () => {
    const medical = { verdict: 'fit', validThrough: '2027-06-01', followUpDue: null } as const
    assert.equal(medicalDue(medical, today), null)
    assert.equal(medicalDue({ ...medical, verdict: 'unfit' }, today)?.action, 'reassign')
    assert.deepEqual(medicalDue({ ...medical, followUpDue: '2026-11-20' }, today), {
      state: 'lapsed',
      by: '2026-11-20',
      action: 'examine',
    })
  })
})
