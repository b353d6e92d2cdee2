import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PreparationContent } from '../../job/commands.ts'
import { leader, noon } from '../../job/examples.ts'
import { isoDate } from '../../time/epoch.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { planIsUploaded } from './plan-is-uploaded.ts'

const file = { contentHash: 'a'.repeat(64), mime: 'application/pdf', byteCount: 9, name: 'plan.pdf' }
const plan = (approvedOn: string, kept = true): PreparationContent => ({
  kind: 'plan',
  text: '',
  document: {
    id: 'd',
    title: 'Plan',
    drawnUpBy: 'A',
    approvedBy: 'B',
    approvedOn: isoDate(approvedOn),
    ...(kept ? { file } : {}),
  },
})
const judged = (content: PreparationContent | undefined) =>
  codesOf(
    planIsUploaded,
    { preparation: 'plan' },
    context({
      record: {
        ...startedRecord,
        preparations: content ? { 'fire.plan': { content, by: leader, at: noon } } : {},
      },
    }),
  )

describe('a plan is uploaded', () => {
  test('when its file is kept and its approval is of today or earlier', () => {
    assert.deepEqual(judged(plan('2026-11-23')), [])
    assert.deepEqual(judged(plan('2026-11-24')), [])
    assert.deepEqual(judged(plan('2026-11-25')), ['plan-not-approved-yet'])
  })
  test('and not while nothing was handed in, words alone were typed, or nobody vouches for a file', () => {
    assert.deepEqual(judged(undefined), ['plan-not-uploaded'])
    assert.deepEqual(judged({ kind: 'plan', text: 'as always' }), ['plan-not-uploaded'])
    assert.deepEqual(judged({ kind: 'checklist', present: [] }), ['plan-not-uploaded'])
    assert.deepEqual(judged(plan('2026-11-24', false)), ['plan-not-uploaded'])
    assert.deepEqual(codesOf(planIsUploaded, { preparation: 'plan' }, context({ record: null })), ['plan-not-uploaded'])
  })
})
