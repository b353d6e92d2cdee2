import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts, guardian, noon } from '../../job/examples.ts'
import type { GuardianDuty } from '../../job/job.ts'
import { addMinutes } from '../../time/epoch.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { guardianIsPresent } from './guardian-is-present.ts'

const [duty] = startedRecord.duty
if (!duty) throw new Error('the example job has no guardian on duty')

const codes = (...spells: readonly Partial<GuardianDuty>[]) =>
  codesOf(
    guardianIsPresent,
    {},
    context({ person: guardian, record: { ...startedRecord, duty: spells.map((spell) => ({ ...duty, ...spell })) } }),
  )
const since = addMinutes(noon, 10)

test('whoever left the fence is not present, and neither is whoever was not heard of', () => {
  assert.deepEqual(codes({ presence: [...duty.presence, { state: 'outside', since }] }), ['guardian-outside'])
  assert.deepEqual(codes({ presence: [...duty.presence, { state: 'silent', since }] }), ['guardian-silent'])
})

test('whoever came back is present', () => {
  const back = { state: 'inside', since: addMinutes(since, 5) } as const
  assert.deepEqual(codes({ presence: [...duty.presence, { state: 'outside', since }, back] }), [])
})

test('a duty that ended counts no more, until a new sign-in', () => {
  assert.deepEqual(codes({ endedAt: since }), ['guardian-not-signed-in'])
  assert.deepEqual(codes({ endedAt: since }, {}), [])
})

test('whoever was not heard of longer than the limit is not present, although nobody has noticed', () => {
  const heardOf = (minutes: number) =>
    codesOf(
      guardianIsPresent,
      {},
      context({
        person: guardian,
        facts: facts({ now: addMinutes(noon, 60), heard: { [guardian]: addMinutes(noon, 60 - minutes) } }),
      }),
    )
  assert.deepEqual(heardOf(5), [])
  assert.deepEqual(heardOf(5.1), ['guardian-silent'])
  assert.deepEqual(
    codesOf(
      guardianIsPresent,
      {},
      context({ person: guardian, facts: facts({ now: addMinutes(noon, 60), heard: {} }) }),
    ),
    ['guardian-silent'],
  )
})

test('nobody is present before the job has a record', () => {
  assert.deepEqual(codesOf(guardianIsPresent, {}, context({ person: guardian, record: null })), [
    'guardian-not-signed-in',
  ])
})
