import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { approvalChain } from '#core/job/approval-chain.ts'
import { replay } from '#core/job/evolve.ts'
import type { JobEvent } from '#core/job/events.ts'
import { jobId, leader } from '#core/job/examples.ts'
import { obligations, type ObligationKind } from '#core/job/obligations.ts'
import type { JobEventType } from '#core/job/events.ts'
import { planPermits } from '#core/job/plan-permits.ts'
import type { HoldPoint } from '#core/rulebook/hold-point.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { assess } from '#core/job/assess.ts'
import { minutesBetween } from '#core/time/epoch.ts'
import { readShipped } from './shipped-rulebooks.ts'
import { workADay, type DayOfWork } from './testing/day-of-work.ts'
import { days } from './testing/days.ts'
import { applicationFor, worldOf } from './testing/rulebook-world.ts'

/** Numbers of a rulebook that say when something is due, how often, and how many are needed: the duties must be made of them. */
const { today } = await readShipped()

/** The job as it stood right after this first happened. */
const after = (day: DayOfWork, type: JobEventType) => {
  const events = day.steps.flatMap((step): readonly JobEvent[] =>
    'happened' in step ? [step.happened] : step.decision.accepted ? step.decision.events : [],
  )
  const at = events.findIndex((event) => event.type === type)
  const job = replay(events.slice(0, at + 1), jobId)
  assert.ok('record' in job)
  return { job, at: events[at]!.occurredAt }
}
const first = (day: DayOfWork, type: JobEventType, kind: ObligationKind, rulebook: Rulebook) => {
  const { job, at } = after(day, type)
  const found = obligations(job, rulebook).find((duty) => duty.kind === kind)
  return found && { due: minutesBetween(at, found.dueAt), late: minutesBetween(at, found.lateAt) }
}
const applying = <K extends HoldPoint['kind']>(rulebook: Rulebook, operation: string, kind: K) =>
  rulebook.operations[operation]?.holdPoints.find(
    (point): point is Extract<HoldPoint, { kind: K; applies: true }> => point.kind === kind && point.applies,
  )

for (const rulebook of today.values())
  for (const worked of days[rulebook.id] ?? []) {
    // Of two permits the stricter number counts for the job; each is asked on a day of its own.
    if (worked.place?.kind === 'confined-space') continue
    describe(`the numbers of ${rulebook.id} ${worked.operation} ${JSON.stringify(worked.answers ?? worked.place ?? {})}`, () => {
      const day = workADay(rulebook, worked)
      const needed = after(day, 'JobSubmitted').job.record.permits

      test('a picture is owed as often as they say, and late after the tolerance', () => {
        const point = applying(rulebook, worked.operation, 'snapshot')
        const duty = first(day, 'WorkStarted', 'snapshot', rulebook)
        const everyMinutes = point?.everyMinutes.value
        assert.deepEqual(duty, point && { due: everyMinutes, late: everyMinutes! + point.toleranceMinutes.value })
      })

      test('gas is recorded as often as they say', () => {
        if (needed.length > 1) return
        const every = applying(rulebook, worked.operation, 'gas-test')?.recordEveryMinutes
        const isAsked = every?.levels === undefined || every.levels.some((level) => level === needed[0]?.level)
        assert.equal(first(day, 'WorkStarted', 'gas-record', rulebook)?.due, isAsked ? every?.value : undefined)
      })

      test('the first approval is late after its minutes', () => {
        const [permit] = needed
        assert.ok(permit)
        const [step] = approvalChain(permit, rulebook)
        assert.ok(step)
        const { job, at } = after(day, 'BriefingSigned')
        const duty = obligations(job, rulebook).find(({ kind }) => kind === 'approve')
        assert.ok(duty && duty.lateAt > at - 1, 'owed')
        assert.equal(minutesBetween(duty.opensAt, duty.lateAt), step.withinMinutes.value)
      })

      test('as many guardians are asked as they say', () => {
        const operation = rulebook.operations[worked.operation]
        assert.ok(operation)
        const application = { ...applicationFor(rulebook, operation, worked.answers), guardians: [] }
        const toxic = worldOf(rulebook, {}, { ...worked.place, atmosphere: 'toxic' })
        const { permits } = planPermits({ ...application, guardians: [leader] }, {}, rulebook, toxic)
        const { refusals } = assess('submit', { application, permits, record: null }, rulebook, toxic)
        const few = refusals.flatMap(({ code, params }) =>
          code === 'people-too-few' && 'countMin' in params ? [params.countMin] : [],
        )
        const hasMore = operation.guardian.countMin.length > 1
        assert.equal(Math.max(...few), hasMore ? 2 : 1)
      })
    })
  }
