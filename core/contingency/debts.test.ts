import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alarmsOf } from '../alarms/alarms-of.ts'
import { id } from '../ids.ts'
import type { GuardedCommand } from '../job/commands.ts'
import type { SettleDebt } from '../job/commands/contingency.ts'
import { decide } from '../job/decide.ts'
import type { JobEvent } from '../job/events.ts'
import { replay } from '../job/evolve.ts'
import {
  analyst,
  application,
  facts,
  historyOf,
  jobId,
  leader,
  noon,
  person,
  submit,
  untilApproved,
  welder,
} from '../job/examples.ts'
import type { Facts } from '../job/facts.ts'
import { obligations } from '../job/obligations.ts'
import { addHours, addMinutes, type EpochMs } from '../time/epoch.ts'
import { heardBefore, opened, rulebook, spokenTest } from './examples.ts'

const safety = id<never>('safety-1')
const recording = { job: jobId, step: 'gas-test', person: analyst, capturedAt: noon, receivedAt: noon } as const
const world = (change: Partial<Facts> = {}): Facts => {
  const known = facts(change)
  return {
    ...known,
    people: { ...known.people, [safety]: person(safety, ['safety-department']) },
    evidence: {
      ...known.evidence,
      'recording-1': { ...recording, id: id('recording-1'), reuse: 'none', medium: 'recording' },
    },
    sources: change.sources ?? [heardBefore(30)],
    contingencies: change.contingencies ?? [opened()],
  }
}
const give = (history: readonly JobEvent[], command: GuardedCommand, facts: Facts) =>
  decide(command, replay(history, jobId), rulebook, facts)
const after = (history: readonly JobEvent[], command: GuardedCommand, facts: Facts): readonly JobEvent[] => {
  const decision = give(history, command, facts)
  assert.ok(decision.accepted, decision.accepted ? '' : decision.refusals.map(({ code }) => code).join())
  return [...history, ...decision.events]
}
const codesOf = (history: readonly JobEvent[], command: GuardedCommand, facts: Facts): readonly string[] => {
  const decision = give(history, command, facts)
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}
const approved = historyOf(untilApproved)
const tested = after(approved, spokenTest(noon), world())
const settle = (outcome: SettleDebt['outcome'], at: EpochMs, by = safety): SettleDebt => ({
  type: 'SettleDebt',
  by,
  occurredAt: at,
  debt: 'gas-test.0',
  outcome,
})
const shown = (oxygen = 20.9, methane = 0): SettleDebt['outcome'] => ({
  kind: 'compared',
  readings: ['upper', 'lower'].flatMap((point) => [
    { point, gas: id<never>('oxygen'), value: oxygen, unit: 'percent-vol' as const },
    { point, gas: id<never>('methane'), value: methane, unit: 'percent-lel' as const },
  ]),
})
const later = addHours(noon, 2)
const back = world({ now: later, sources: [{ ...heardBefore(0), lastHeardAt: addMinutes(later, -1) }] })
const debtOf = (history: readonly JobEvent[]) => {
  const job = replay(history, jobId)
  assert.ok('record' in job)
  return job.record.debts
}
const verdictOf = (outcome: SettleDebt['outcome']) => debtOf(after(tested, settle(outcome, later), back))[0]?.settled

describe('a gas test by fallback', () => {
  test('is a debt when it was spoken while a contingency was open, and only then', () => {
    assert.deepEqual(
      debtOf(tested).map(({ key, kind }) => [key, kind]),
      [['gas-test.0', 'spoken-reading']],
    )
    assert.deepEqual(debtOf(after(approved, spokenTest(noon), world({ contingencies: [] }))), [])
    assert.deepEqual(debtOf(after(approved, spokenTest(noon), world({ contingencies: [opened({ until: noon })] }))), [])
  })

  test('takes a recording for the reading and a picture for the display, never one for the other', () => {
    const test_ = spokenTest(noon)
    const swapped = { ...test_, test: { ...test_.test, displayPicture: id<never>('recording-1') } }
    assert.deepEqual(codesOf(approved, swapped, world()), ['evidence-not-a-picture'])
    const spoken = { recording: id<never>('gas-test-picture'), said: '' }
    assert.deepEqual(codesOf(approved, { ...test_, test: { ...test_.test, spoken } }, world()), [
      'evidence-not-a-recording',
    ])
    const nothing = { recording: id<never>('nothing'), said: '' }
    assert.deepEqual(codesOf(approved, { ...test_, test: { ...test_.test, spoken: nothing } }, world()), [
      'evidence-missing',
    ])
  })

  test('loosens no limit: a bad reading is as bad as ever', () => {
    const bad = spokenTest(noon)
    const samples = bad.test.samples.map((sample) => ({
      ...sample,
      readings: sample.readings.map((one) => (one.gas === 'oxygen' ? { ...one, value: 17 } : one)),
    }))
    const history = after(approved, { ...bad, test: { ...bad.test, samples } }, world())
    assert.ok(history.some((event) => event.type === 'GasTested' && !event.isWithinLimits))
  })

  test('may come from a doubtful position while positioning is silent, never from elsewhere', () => {
    const positioning = world({ contingencies: [opened({ mode: 'positioning-silent' })] })
    const from = (longitude: number, accuracyMetres: number) => {
      const one = spokenTest(noon)
      return { ...one, test: { ...one.test, position: { latitude: 31.0005, longitude, accuracyMetres } } }
    }
    assert.deepEqual(codesOf(approved, from(121.0005, 5000), world()), ['position-uncertain'])
    assert.deepEqual(codesOf(approved, from(121.0005, 5000), positioning), [])
    assert.deepEqual(codesOf(approved, from(122, 10), positioning), ['position-outside'])
  })
})

describe('a debt', () => {
  test('agrees within the tolerance, and differs beyond it with both values', () => {
    assert.equal(verdictOf(shown())?.verdict, 'agrees')
    assert.equal(verdictOf(shown(20.4, 5))?.verdict, 'agrees')
    const far = verdictOf(shown(20.3))
    assert.ok(far?.verdict === 'differs')
    assert.deepEqual(
      far.differences.map(({ gas, point, recorded, compared }) => [gas, point, recorded, compared]),
      [
        ['oxygen', 'upper', 20.9, 20.3],
        ['oxygen', 'lower', 20.9, 20.3],
      ],
    )
  })

  test('is not settled by half a comparison, nor while the source is silent, nor by who may not', () => {
    const half: SettleDebt['outcome'] = { kind: 'compared', readings: [] }
    assert.equal(new Set(codesOf(tested, settle(half, later), back)).has('comparison-missing'), true)
    assert.deepEqual(codesOf(tested, settle(shown(), later), world({ now: later })), ['source-silent'])
    assert.deepEqual(codesOf(tested, settle(shown(), later), { ...back, sources: [] }), ['sources-unknown'])
    assert.deepEqual(codesOf(tested, settle(shown(), later, welder as never), back), ['contingency-right-missing'])
    const settled = after(tested, settle(shown(), later), back)
    assert.deepEqual(codesOf(settled, settle(shown(), later), back), ['debt-settled-already'])
    assert.deepEqual(codesOf(tested, { ...settle(shown(), later), debt: 'gas-test.7' }, back), ['debt-unknown'])
  })

  test('is never settled by whoever made it, whatever right they hold', () => {
    const both = { ...back, people: { ...back.people, [analyst]: person(analyst, ['safety-department']) } }
    assert.deepEqual(codesOf(tested, settle(shown(), later, analyst as never), both), ['own-debt'])
  })

  test('is settled by whoever it went up to once it is overdue, and never before', () => {
    const director = id<never>('director-1')
    const at = (now: EpochMs) => {
      const known = world({ now, sources: [{ ...heardBefore(0), lastHeardAt: addMinutes(now, -1) }] })
      return { ...known, people: { ...known.people, [director]: person(director, ['director']) } }
    }
    const due = addHours(noon, 24)
    assert.deepEqual(codesOf(tested, settle(shown(), due, director), at(due)), ['contingency-right-missing'])
    const overdue = addMinutes(due, 1)
    assert.deepEqual(codesOf(tested, settle(shown(), overdue, director), at(overdue)), [])
  })

  test('that cannot be compared any more is explained, also while the source is silent', () => {
    const history = after(
      tested,
      settle({ kind: 'explained', reason: 'detector replaced' }, later),
      world({ now: later }),
    )
    assert.equal(debtOf(history)[0]?.settled?.verdict, 'explained')
  })

  test('is a duty of the safety department, and an alarm from the moment that it is overdue', () => {
    const [duty] = obligations(replay(tested, jobId), rulebook).filter(({ kind }) => kind === 'settle-debt')
    assert.deepEqual(duty?.assignee, { authority: 'safety-department', of: 'plant' })
    assert.equal(duty?.dueAt, addHours(noon, 24))
    const alarms = (history: readonly JobEvent[], at: EpochMs) =>
      alarmsOf(replay(history, jobId), history, rulebook, at).filter(({ code }) => code === '12')
    assert.deepEqual(alarms(tested, addHours(noon, 24)), [])
    assert.equal(alarms(tested, addMinutes(addHours(noon, 24), 1))[0]?.end, null)
    const settled = after(tested, settle(shown(), later), back)
    assert.deepEqual(alarms(settled, addHours(noon, 48)), [])
  })
})

describe('a job in the area', () => {
  const dueOf = (history: readonly JobEvent[]) =>
    obligations(replay(history, jobId), rulebook).flatMap(({ key, dueAt }) =>
      key === 'approve.permit-space.space-approval' ? [dueAt] : [],
    )[0]
  const submitted = historyOf([submit])
  const open = (at: EpochMs): GuardedCommand => ({
    type: 'OpenContingency',
    by: safety,
    occurredAt: at,
    contingency: opened({ openedAt: at, until: addHours(at, 4) }),
  })

  test('gets two more hours for the approval that the mode names, once', () => {
    const due = dueOf(submitted)
    assert.ok(due !== undefined)
    const once = after(submitted, open(noon), world())
    assert.equal(dueOf(once), addMinutes(due, 120))
    assert.equal(dueOf(after(once, open(noon), world())), addMinutes(due, 120))
  })

  test('gets no more time from a contingency that began after it was due, or ended before it began', () => {
    const due = dueOf(submitted) ?? noon
    assert.equal(dueOf(after(submitted, open(due), world({ now: due }))), due)
    assert.equal(dueOf(after(submitted, open(addHours(noon, -5)), world())), due)
  })

  test('that is applied for while one is open learns of it at once', () => {
    assert.ok(after([], submit, world()).some(({ type }) => type === 'ContingencyOpened'))
    assert.ok(!after([], submit, world({ contingencies: [] })).some(({ type }) => type === 'ContingencyOpened'))
  })
})

describe('a paper ticket', () => {
  const enter = (change: object = {}): GuardedCommand => ({
    type: 'EnterPaperTicket',
    by: leader,
    occurredAt: noon,
    ticket: 'E-001',
    application: { ...application, window: { from: addHours(noon, -6), to: addHours(noon, -1) } },
    level: id('high'),
    identities: { fire: { id: id('permit-fire'), number: 'FI-1' } },
    supervisedBy: safety,
    ...change,
  })

  test('becomes a closed job that owes nothing but its check', () => {
    const history = after([], enter(), world())
    const job = replay(history, jobId)
    assert.equal(job.status, 'closed')
    assert.deepEqual(
      obligations(job, rulebook).map(({ key }) => key),
      ['settle-debt.paper-ticket'],
    )
    const check = { ...settle({ kind: 'explained', reason: 'original filed' }, later), debt: 'paper-ticket' }
    assert.equal(debtOf(after(history, check, back))[0]?.settled?.verdict, 'explained')
    assert.deepEqual(codesOf(history, { ...check, outcome: shown() }, back), ['debt-not-comparable'])
  })

  test('is refused without a second person of the safety department, from the future, and over another job', () => {
    assert.deepEqual(codesOf([], enter({ supervisedBy: welder }), world()), ['supervisor-missing'])
    assert.deepEqual(codesOf([], enter({ by: safety }), world()), ['supervisor-missing'])
    const ahead = { ...application, window: { from: noon, to: addHours(noon, 1) } }
    assert.deepEqual(codesOf([], enter({ application: ahead }), world()), ['happened-in-the-future'])
    assert.deepEqual(codesOf(submittedBefore, enter(), world()), ['job-in-wrong-state'])
    assert.deepEqual(codesOf([], enter({ level: id('none') }), world()), ['level-unknown'])
    const { place: _, ...nowhere } = world()
    assert.deepEqual(codesOf([], enter(), nowhere), ['place-unknown'])
  })
  const submittedBefore = historyOf([submit])
})
