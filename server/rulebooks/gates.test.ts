import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { GuardedCommand } from '#core/job/commands.ts'
import { decide } from '#core/job/decide.ts'
import { replay } from '#core/job/evolve.ts'
import type { JobEvent } from '#core/job/events.ts'
import { jobId } from '#core/job/examples.ts'
import type { Facts } from '#core/job/facts.ts'
import type { Job } from '#core/job/job.ts'
import type { RefusalCode } from '#core/job/refusal.ts'
import { addMinutes, isoDate, minutesBetween } from '#core/time/epoch.ts'
import { readRulebook } from './read-rulebook.ts'
import { breakMinutes, observedAt, workADay, type Asked, type DayOfWork } from './testing/day-of-work.ts'
import { levelCases } from './testing/level-cases.ts'

/** Every kind of work at every level lives a whole day, and each gate of that day is tried again with one thing wrong. */
const parsed = await readRulebook('chemical')
assert.ok(parsed.ok)
const { rulebook } = parsed

const eventsOf = (steps: DayOfWork['steps']): readonly JobEvent[] =>
  steps.flatMap((one) => ('happened' in one ? [one.happened] : one.decision.accepted ? one.decision.events : []))

/** What was asked first or last of a kind and was granted, and the job in front of it. */
const momentOf = (day: DayOfWork, type: GuardedCommand['type'], which: 'first' | 'last' = 'first') => {
  const granted = (step: DayOfWork['steps'][number]): step is Asked =>
    'command' in step && step.command.type === type && step.decision.accepted
  const end = which === 'first' ? day.steps.findIndex(granted) : day.steps.findLastIndex(granted)
  const step = day.steps[end]
  assert.ok(step && 'command' in step, `${type} was never granted`)
  return { command: step.command, job: replay(eventsOf(day.steps.slice(0, end)), jobId) }
}
/** What was asked first of a kind, granted or not: the day asks to go on right after its break, before the air is tested. */
const tryOf = (day: DayOfWork, type: GuardedCommand['type']): Moment => {
  const end = day.steps.findIndex((step) => 'command' in step && step.command.type === type)
  const step = day.steps[end]
  assert.ok(step && 'command' in step)
  return { command: step.command, job: replay(eventsOf(day.steps.slice(0, end)), jobId) }
}
type Moment = { readonly command: GuardedCommand; readonly job: Job }

const at = (
  day: DayOfWork,
  { command, job }: Moment,
  change: (world: Facts) => Facts = (world) => world,
  later = 0,
) => {
  const occurredAt = addMinutes(command.occurredAt, later)
  const decision = decide({ ...command, occurredAt }, job, rulebook, change(observedAt(day.world, occurredAt)))
  return decision.accepted ? [] : decision.refusals.map(({ code }): RefusalCode => code)
}
const withHoliday = (world: Facts): Facts => ({ ...world, calendar: { [isoDate('2026-11-24')]: 'holiday' } })
const lacking = (fact: keyof Facts) => (world: Facts) => {
  const { [fact]: _, ...rest } = world
  return rest as Facts
}

for (const one of levelCases)
  describe(`${one.operation} ${one.level} ${JSON.stringify(one.answers ?? one.place ?? {})}`, () => {
    const day = workADay(rulebook, one, observedAt)
    const approval = momentOf(day, 'ApproveStep')
    const start = momentOf(day, 'StartWork')
    const resume = momentOf(day, 'ResumeWork', 'last')
    const finish = momentOf(day, 'SignAcceptance', 'last')
    const gates = { approval, start, resume }
    const { record } = start.job as Extract<Job, { record: unknown }>
    const { window } = record.application
    const operation = rulebook.operations[one.operation] ?? assert.fail()

    test('is applied for, signed, begun, resumed, ended and accepted on a day in order', () => {
      assert.equal(record.permits.find(({ operation }) => operation === one.operation)?.level, one.level)
      for (const gate of Object.values(gates)) assert.deepEqual(at(day, gate), [])
      const last = day.asked.at(-1)
      assert.ok(last?.decision.accepted && last.decision.events.some(({ type }) => type === 'JobClosed'))
    })

    test('is signed by nobody on papers that are not complete, each lack by its name', () => {
      const { job } = approval
      assert.ok('record' in job)
      const bare = { ...job, record: { ...job.record, preparations: {}, measures: {}, briefing: null } } as never
      const codes = at(day, { ...approval, job: bare })
      for (const code of ['preparation-missing', 'measure-unconfirmed', 'briefer-missing'] as const)
        assert.ok(codes.includes(code), code)
    })

    test('is signed at the site only, and a position that cannot be told is none', () => {
      const { command } = approval
      assert.ok(command.type === 'ApproveStep')
      const from = (position: object | undefined) => {
        const { position: _, ...signature } = command.signature
        return at(day, {
          ...approval,
          command: { ...command, signature: { ...signature, ...(position && { position }) } } as never,
        })
      }
      const urgent = command.step === 'urgent-approval'
      assert.equal(from(undefined).includes('position-missing'), !urgent)
      assert.equal(from({ latitude: 32, longitude: 121, accuracyMetres: 5 }).includes('position-outside'), !urgent)
    })

    test('begins and goes on up to the last instant of its time, and not past it', () => {
      for (const gate of [start, resume]) {
        const left = minutesBetween(gate.command.occurredAt, window.to)
        assert.ok(!at(day, gate, undefined, left - 0.001).includes('outside-window'))
        assert.ok(at(day, gate, undefined, left + 0.001).includes('outside-window'))
      }
      const early = minutesBetween(start.command.occurredAt, window.from)
      assert.ok(!at(day, start, undefined, early).includes('outside-window'))
      assert.ok(at(day, start, undefined, early - 0.001).includes('outside-window'))
    })

    test('waits where it cannot be told what stands next door, who is engaged, what is locked, who is rested, what is cleared', () => {
      const asked: readonly (readonly [keyof Facts, RefusalCode, readonly Moment[]])[] = [
        ['neighbours', 'neighbours-unknown', [approval, start, resume]],
        ['engagements', 'engagements-unknown', [approval, start, resume]],
        ['labour', 'labour-unknown', [approval, start, resume]],
        ['matrix', 'matrix-unknown', [approval, start, resume]],
        ['isolation', 'isolation-unknown', [start, resume]],
        ['evacuations', 'evacuations-unknown', [start, resume]],
      ]
      for (const [fact, code, moments] of asked)
        for (const moment of moments)
          assert.ok(at(day, moment, lacking(fact)).includes(code), `${moment.command.type} without ${fact}`)
    })

    test('is accepted only when its place was pictured', () => {
      const { job } = finish
      assert.ok('record' in job)
      const unseen = { ...job, record: { ...job.record, residuePictures: [] } } as never
      assert.ok(at(day, { ...finish, job: unseen }).includes('residue-pictures-missing'))
    })

    test('waits for new air after a break longer than its level allows, and for a sample no older than half an hour', () => {
      const level = operation.levels.find(({ id }) => id === one.level)
      const pointed = operation.holdPoints.find(({ kind }) => kind === 'gas-test')
      if (!level || !pointed?.applies || one.operation === 'temporary-power') return
      const tried = tryOf(day, 'ResumeWork')
      const lasts = level.reTestAfterBreakMinutes.value - breakMinutes
      const { job, command } = start
      assert.ok('record' in job)
      const takenAt = job.record.gasTests.at(-1)?.samples[0]?.takenAt ?? assert.fail()
      const ages = minutesBetween(command.occurredAt, takenAt) + 30
      for (const [moment, end, code] of [
        [tried, lasts, 'gas-test-after-break'],
        [start, ages, 'gas-sample-stale'],
      ] as const)
        assert.deepEqual(
          [end, end + 0.001].map((later) => at(day, moment, undefined, later).includes(code)),
          [false, true],
          code,
        )
    })

    test('needs the level that a day asks for which became a holiday since, at every gate that is left', () => {
      const highest = operation.levels.at(-1)?.id
      const isRaised = one.operation === 'hot-work' && one.level !== highest
      for (const gate of Object.values(gates))
        assert.equal(at(day, gate, withHoliday).includes('level-outdated'), isRaised)
    })
  })
