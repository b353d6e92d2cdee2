import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../ids.ts'
import { decide } from '../job/decide.ts'
import { replay } from '../job/evolve.ts'
import type { JobEvent } from '../job/events.ts'
import {
  facts,
  historyOf,
  jobId,
  leader,
  noon,
  rulebook as plain,
  signature,
  untilActive,
  welder,
} from '../job/examples.ts'
import { obligations, obligationState } from '../job/obligations.ts'
import type { Operation, Rulebook } from '../rulebook/rulebook.ts'
import { addHours, addMinutes, dayMs, epochMs } from '../time/epoch.ts'
import { protectionOf } from './camera.ts'
import { gapsIn } from './coverage.ts'
import { filmingOf } from './filming.ts'
import { keptUntil, mayLetGo, mayRelease } from './hold.ts'

const minutes = (from: number, to: number) => ({ from: addMinutes(noon, from), to: addMinutes(noon, to) })

describe('film of a span', () => {
  test('has no gap when several cameras take turns, up to the tolerance', () => {
    const turns = [minutes(30, 70), minutes(-5, 20), minutes(20, 30)]
    assert.deepEqual(gapsIn(minutes(0, 60), turns, 0), [])
    assert.deepEqual(gapsIn(minutes(0, 60), [minutes(0, 29), minutes(30, 60)], 60), [])
    assert.deepEqual(gapsIn(minutes(0, 60), [minutes(0, 29), minutes(30, 60)], 59), [minutes(29, 30)])
  })

  test('lacks the beginning, the middle and the end when nobody filmed them', () => {
    assert.deepEqual(gapsIn(minutes(0, 60), [minutes(10, 20), minutes(15, 18), minutes(40, 50)], 60), [
      minutes(0, 10),
      minutes(20, 40),
      minutes(50, 60),
    ])
    assert.deepEqual(gapsIn(minutes(0, 60), [minutes(70, 80)], 60), [minutes(0, 60)])
  })
})

test('the protection level is the last word on the plate, and a plate without one says nothing', () => {
  assert.equal(protectionOf('Ex db IIC T6 Gb'), 'Gb')
  assert.equal(protectionOf('Ex ia IIC T4 Ga'), 'Ga')
  assert.equal(protectionOf('Ex d IIB T4'), null)
  assert.equal(protectionOf('Explosionproof Gb'), null)
  assert.equal(protectionOf(null), null)
})

/** The example's rulebook with film asked of work at the high level, which the example's job has. */
const fire = plain.operations['fire'] as Operation
const rulebook: Rulebook = {
  ...plain,
  operations: {
    ...plain.operations,
    fire: {
      ...fire,
      atStart: [
        ...fire.atStart,
        {
          rule: 'recording-covers-work@1',
          parameters: {
            protectionLevels: ['Gb'],
            silentMinutesMax: 10,
            gapSecondsMax: 60,
            handInHoursMax: 24,
            owedBy: 'safety-department',
          },
          when: { fact: 'level', is: 'high' },
          clause: '5.2.11',
        },
      ],
    },
  },
}
const worked: readonly JobEvent[] = [
  ...historyOf(untilActive),
  { type: 'WorkFinished', by: leader, occurredAt: addMinutes(noon, 60) },
]
const film = (name: string, from: number, to: number) => ({
  id: name,
  camera: id<never>('camera-1'),
  ...minutes(from, to),
  contentHash: 'c'.repeat(64),
})
const handedIn = (history: readonly JobEvent[], name: string, from: number, to: number, by = rulebook) => {
  const now = addMinutes(noon, 90)
  const decision = decide(
    { type: 'KeepRecording', by: welder, occurredAt: now, recording: film(name, from, to) },
    replay(history, jobId),
    by,
    facts({ now }),
  )
  assert.ok(decision.accepted)
  return decision.events
}
const dutyOf = (history: readonly JobEvent[]) => {
  const [duty, ...others] = obligations(replay(history, jobId), rulebook).filter(
    ({ kind }) => kind === 'hand-in-recording',
  )
  assert.deepEqual(others, [])
  return duty
}

describe('the film of work', () => {
  test('is owed a day after the work ended, by the safety department, and is late from then on', () => {
    const duty = dutyOf(worked) ?? assert.fail()
    assert.deepEqual(duty.assignee, { authority: 'safety-department', of: 'plant' })
    assert.equal(duty.dueAt, addHours(noon, 25))
    assert.equal(obligationState(duty, addHours(noon, 25)), 'due')
    assert.equal(obligationState(duty, addHours(noon, 26)), 'late')
  })

  test('is complete only when no gap is left', () => {
    const first = [...worked, ...handedIn(worked, 'a', -1, 40)]
    assert.equal(dutyOf(first)?.met, null)
    const both = [...first, ...handedIn(first, 'b', 40, 61)]
    assert.deepEqual(dutyOf(both)?.met, { at: addMinutes(noon, 90), by: welder })
  })

  test('is complete with the last piece in the order of handing in, and not before', () => {
    const kept = (name: string, from: number, to: number, keptAt: number): JobEvent => ({
      ...(handedIn(worked, name, from, to)[0] ?? assert.fail()),
      occurredAt: addMinutes(noon, keptAt),
    })
    const pieces = [kept('a', 0, 30, 70), kept('b', 30, 60, 80), kept('c', 0, 60, 90)]
    assert.equal(dutyOf([...worked, ...pieces])?.met?.at, addMinutes(noon, 80))
  })

  test('is owed for each stretch of work by itself, and for none that had no length', () => {
    const stopped = (minutes: number): JobEvent => ({
      type: 'WorkStopped',
      by: leader,
      occurredAt: addMinutes(noon, minutes),
      reason: 'break',
      note: '',
    })
    const resumed: JobEvent = { type: 'WorkResumed', by: leader, occurredAt: addMinutes(noon, 40), signature }
    const keys = (...events: readonly JobEvent[]) =>
      obligations(replay([...historyOf(untilActive), ...events], jobId), rulebook).flatMap(({ kind, key }) =>
        kind === 'hand-in-recording' ? [key] : [],
      )
    assert.deepEqual(keys(stopped(30), resumed, stopped(50)), ['hand-in-recording.0', 'hand-in-recording.1'])
    assert.deepEqual(keys(stopped(0)), [])
  })

  test('is asked for by the strictest of several demands, and where a condition cannot be told', () => {
    const demand = rulebook.operations['fire']?.atStart.at(-1) ?? assert.fail()
    const other = {
      ...demand,
      parameters: { ...demand.parameters, gapSecondsMax: 5, handInHoursMax: 8 },
      when: { fact: 'place.zone', is: 'explosive' } as const,
    }
    const asking = (...atStart: readonly (typeof demand)[]) => {
      const job = replay(worked, jobId)
      assert.ok('record' in job)
      const found = filmingOf(job.record, {
        ...rulebook,
        operations: { ...rulebook.operations, fire: { ...fire, atStart } },
      })
      return found && [found.gapSecondsMax, found.handInHoursMax]
    }
    assert.deepEqual(asking(demand, other), [5, 8])
    assert.deepEqual(asking(other, demand), [5, 8])
    assert.deepEqual(asking(other), [5, 8], 'the zone is not known from the permit')
    assert.equal(asking({ ...demand, when: { fact: 'level', is: 'low' } }), null)
  })

  test('is taken once, and not from another time or for work that need not be filmed', () => {
    const [event] = handedIn(worked, 'a', 0, 60)
    assert.equal(event?.type, 'RecordingKept')
    assert.deepEqual(handedIn([...worked, ...(event ? [event] : [])], 'a', 0, 60), [])
    assert.deepEqual(handedIn(worked, 'a', 400, 460), [])
    assert.deepEqual(handedIn(worked, 'a', 0, 60, plain), [])
  })

  test('is owed by nobody while the work goes on, and of work at another level', () => {
    assert.equal(dutyOf(historyOf(untilActive)), undefined)
    const low = { ...rulebook.operations, fire: { ...fire, atStart: [] } }
    assert.deepEqual(
      obligations(replay(worked, jobId), { ...rulebook, operations: low }).filter(
        ({ kind }) => kind === 'hand-in-recording',
      ),
      [],
    )
  })
})

describe('a hold', () => {
  const keepUntil = keptUntil(noon, 31)
  const after = epochMs(keepUntil + 1)
  const settled = { id: 'job-1', isSettled: true }

  test('is released after the retention, when the job whose evidence it is has nothing open', () => {
    assert.equal(keepUntil, noon + 31 * dayMs)
    assert.deepEqual(mayRelease({ releasedAt: null, keepUntil, job: settled }, keepUntil), [])
    assert.deepEqual(mayRelease({ releasedAt: null, keepUntil, job: null }, after), [])
  })

  test('stands before, and while that job is open, and every reason is said', () => {
    const held = { releasedAt: null, keepUntil, job: { ...settled, isSettled: false } }
    assert.deepEqual(
      mayRelease(held, epochMs(keepUntil - 1)).map(({ code }) => code),
      ['retention-runs', 'job-evidence-held'],
    )
    assert.deepEqual(
      mayRelease({ releasedAt: noon, keepUntil, job: null }, after).map(({ code }) => code),
      ['hold-released-already'],
    )
  })

  test('keeps the file beyond its retention', () => {
    assert.equal(mayLetGo(keepUntil, 0, keepUntil), true)
    assert.equal(mayLetGo(keepUntil, 1, after), false)
    assert.equal(mayLetGo(keepUntil, 0, epochMs(keepUntil - 1)), false)
  })
})
