import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alarmsOf } from '../alarms/alarms-of.ts'
import type { LabourSpan } from '../people/fatigue.ts'
import { addHours, addMinutes, type EpochMs } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import { decide, stopWork } from './decide.ts'
import { replay } from './evolve.ts'
import type { JobEvent } from './events.ts'
import { analyst, facts, historyOf, jobId, leader, noon, rulebook, start, untilActive, welder } from './examples.ts'
import { obligations, obligationState } from './obligations.ts'

/** On duty elsewhere for so many hours before noon, and still so: the attendance of the gate. */
const onDuty = (hours: number): LabourSpan => ({ from: addHours(noon, -hours), to: null, kind: 'attendance' })
const withLabour = (person: string, ...spans: readonly LabourSpan[]) =>
  facts({ labour: { [person]: { spans, revision: 'labour@1' } } })
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
