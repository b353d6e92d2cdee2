import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alarmsOf } from '../alarms/alarms-of.ts'
import type { LabourSpan } from '../people/fatigue.ts'
import { addHours, addMinutes, type EpochMs } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import { decide, stopWork } from './decide.ts'
import { replay } from './evolve.ts'
import type { JobEvent } from './events.ts'
import { foreseeRests } from './foresee-rests.ts'
import type { Facts } from './facts.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import {
  analyst,
  facts,
  guardian,
  historyOf,
  jobId,
  leader,
  noon,
  rulebook,
  start,
  untilActive,
  welder,
} from './examples.ts'
import { obligations, obligationState } from './obligations.ts'

/** On duty elsewhere for so many hours before noon, and still so: the attendance of the gate. */
const onDuty = (hours: number): LabourSpan => ({ from: addHours(noon, -hours), to: null, kind: 'attendance' })
const withLabour = (person: string, ...spans: readonly LabourSpan[]) =>
  facts({ labour: { [person]: { spans, revision: 'labour@1' } } })
/** The example with a rest asked of its guardians as of its crew, as every released edition does. */
const withGuardianRest: Rulebook = {
  ...rulebook,
  operations: Object.fromEntries(
    Object.entries(rulebook.operations).map(([name, one]) => [
      name,
      {
        ...one,
        guardian: {
          ...one.guardian,
          requires: [...one.guardian.requires, ...one.crew.requires.filter(({ rule }) => rule === 'crew-is-rested@1')],
        },
      },
    ]),
  ),
}
const started = (world = facts()) => historyOf(untilActive, world)
const restsIn = (history: readonly JobEvent[]) =>
  obligations(replay(history, jobId), rulebook).filter(({ kind }) => kind === 'forced-rest')
const given = (history: readonly JobEvent[], command: GuardedCommand, world = facts()): readonly JobEvent[] => {
  const decision = decide(command, replay(history, jobId), rulebook, world)
  assert.ok(decision.accepted, JSON.stringify(decision))
  return [...history, ...decision.events]
}

describe('somebody who will be tired before the permit ends', () => {
  test('is owed a rest by the leader from the minute at which twelve hours are full, an hour ahead', () => {
    const [duty, ...others] = restsIn(started(withLabour(welder, onDuty(9))))
    assert.deepEqual(others, [])
    assert.ok(duty)
    assert.deepEqual([duty.about, duty.assignee], [welder, { person: leader }])
    assert.equal(duty.dueAt, addHours(noon, 3))
    assert.equal(obligationState(duty, addMinutes(noon, 119)), 'waiting')
    assert.equal(obligationState(duty, addHours(noon, 2)), 'open')
    assert.equal(obligationState(duty, addHours(noon, 3)), 'due')
    assert.equal(obligationState(duty, addMinutes(noon, 196)), 'late')
  })

  test('is nobody who stays within the limits until then, and nobody of whom nothing asks it', () => {
    // The permit ends five hours after noon: twelve hours are full just then, or a minute later.
    assert.equal(restsIn(started(withLabour(welder, onDuty(7)))).length, 1)
    assert.deepEqual(restsIn(started(withLabour(welder, { ...onDuty(7), from: addMinutes(noon, -419) }))), [])
    assert.deepEqual(restsIn(started(withLabour(analyst, onDuty(11)))), [])
    assert.deepEqual(restsIn(started()), [])
  })

  test('is found to the minute, also between two looks ahead and just before the permit ends', () => {
    const since = (minutes: number): LabourSpan => ({ ...onDuty(0), from: addMinutes(noon, -minutes) })
    assert.equal(restsIn(started(withLabour(welder, since(547))))[0]?.dueAt, addMinutes(noon, 173))
    // Looked at from seven minutes past, the last look before the end is at 292 minutes: twelve hours are full at 299.
    const now = addMinutes(noon, 7)
    const world = { ...withLabour(welder, since(421)), now }
    const known = given(started(), { type: 'ForeseeRest', by: leader, occurredAt: now }, world)
    assert.equal(restsIn(known)[0]?.dueAt, addMinutes(noon, 299))
  })

  test('is warned at the start where less than an hour is left', () => {
    const [duty] = restsIn(started(withLabour(welder, onDuty(11.5))))
    assert.deepEqual([duty?.opensAt, duty?.dueAt], [noon, addMinutes(noon, 30)])
  })

  test('counts the work itself, at the highest risk of its permits, for guardians as well, the soonest first', () => {
    const active = replay(started(), jobId)
    assert.ok('record' in active)
    const [fire, space] = active.record.permits
    assert.ok(fire && space)
    const foreseen = (risks: readonly ['L3' | 'L4', 'L3' | 'L4'], labour: Facts['labour']) =>
      foreseeRests(
        {
          ...active.record,
          permits: [
            { ...fire, risk: risks[0] },
            { ...space, risk: risks[1] },
          ],
        },
        withGuardianRest,
        facts(labour ? { labour } : {}),
        noon,
      ).map(({ person, at, measure }) => [person, at, measure])
    const spans = (...all: readonly LabourSpan[]) => ({ spans: all, revision: 'labour@1' })
    const ended: LabourSpan = { from: addHours(noon, -9), to: noon, kind: 'attendance' }
    // Nobody clocked in any more: only this work goes on.
    assert.deepEqual(foreseen(['L3', 'L3'], { [welder]: spans(ended), [guardian]: spans() }), [
      [welder, addHours(noon, 3), 'duty-hours'],
    ])
    assert.deepEqual(
      foreseen(['L3', 'L3'], { [welder]: spans(onDuty(9)), [guardian]: spans(onDuty(10)) }).map(([who]) => who),
      [guardian, welder],
    )
    const heavy: LabourSpan[] = [60, 36].map((hours) => ({
      from: addHours(noon, -hours),
      to: addHours(noon, -hours + 11),
      kind: 'work',
      risk: 'L4',
    }))
    for (const risks of [
      ['L4', 'L3'],
      ['L3', 'L4'],
    ] as const)
      assert.deepEqual(
        foreseen(risks, { [welder]: spans(...heavy), [guardian]: spans() }).map(([, at]) => at),
        [addHours(noon, 2)],
        risks.join(),
      )
  })

  test('raises the alarm of their own when nobody has let them go a quarter of an hour later', () => {
    const history = started(withLabour(welder, onDuty(9)))
    const alarmsAt = (now: EpochMs) =>
      alarmsOf(replay(history, jobId), history, rulebook, now)
        .filter(({ code }) => code === '13')
        .map(({ owner, startedAt }) => [owner, startedAt])
    assert.deepEqual(alarmsAt(addMinutes(noon, 195)), [])
    assert.deepEqual(alarmsAt(addMinutes(noon, 196)), [['leader', addMinutes(noon, 195)]])
  })

  test('is let go by somebody taking their place', () => {
    const world = withLabour(welder, onDuty(9))
    const later = addHours(noon, 2)
    const replaced = given(
      started(world),
      {
        type: 'ChangePeople',
        by: leader,
        occurredAt: later,
        change: { kind: 'replace', role: 'crew', leaves: welder, joins: analyst },
        reason: 'rest',
      },
      { ...world, now: later },
    )
    assert.deepEqual(restsIn(replaced)[0]?.met, { at: later, by: leader })
  })

  test('is let go by the work stopping, and is late for ever where it stopped too late', () => {
    const history = started(withLabour(welder, onDuty(9)))
    const stoppedAt = (occurredAt: EpochMs) => {
      const stopped = stopWork({ type: 'StopWork', by: leader, occurredAt, reason: 'break', note: '' })
      const [duty] = restsIn([...history, stopped])
      return duty && obligationState(duty, addHours(noon, 10))
    }
    assert.equal(stoppedAt(addHours(noon, 3)), 'lapsed')
    assert.equal(stoppedAt(addHours(noon, 4)), 'missed')
  })

  test('is found out by attendance that comes in during the work, once, and the earlier forecast falls', () => {
    const history = started()
    const now = addHours(noon, 1)
    const foresee: GuardedCommand = { type: 'ForeseeRest', by: leader, occurredAt: now }
    const world = { ...withLabour(welder, onDuty(10)), now }
    const known = given(history, foresee, world)
    assert.equal(restsIn(known)[0]?.dueAt, addHours(noon, 2))
    assert.deepEqual(given(known, foresee, world), known)
    const earlier = given(known, foresee, { ...withLabour(welder, onDuty(10.5)), now })
    assert.deepEqual(
      restsIn(earlier).map(({ dueAt }) => dueAt),
      [addMinutes(noon, 90)],
    )
  })

  test('is not foreseen of work that does not go on, or where labour cannot be told', () => {
    const before = historyOf(untilActive.slice(0, -1))
    const foresee: GuardedCommand = { type: 'ForeseeRest', by: leader, occurredAt: noon }
    assert.deepEqual(given(before, foresee, withLabour(welder, onDuty(10))), before)
    const { labour: _, ...unanswered } = facts()
    const decision = decide(start, replay(before, jobId), rulebook, unanswered)
    assert.ok(!decision.accepted)
  })
})
