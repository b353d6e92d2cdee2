import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { alarmsOf } from '../alarms/alarms-of.ts'
import { addHours, addMinutes, dayMs, epochMs, type EpochMs } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import { assess } from './assess.ts'
import { decide } from './decide.ts'
import { evolve, replay } from './evolve.ts'
import {
  application,
  facts,
  historyOf,
  jobAfter,
  jobId,
  noon,
  rulebook,
  start,
  submit,
  untilActive,
  welder,
  without,
} from './examples.ts'
import { enteredKinds } from '../calendar/calendar-day.ts'
import { obligations, obligationState } from './obligations.ts'
import { planPermits } from './plan-permits.ts'
import { changeEach } from '../people/by-category.ts'

/** Any minute from 2026 to 2029, and often the last of a month, the first of a year or midnight itself. */
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'UTC'] as const
const anyZone = fc.constantFrom(...zones)
const edges = ['2026-12-01', '2027-01-01', '2027-03-01', '2027-03-28', '2027-10-31', '2028-02-29', '2028-03-01']
const anyInstant = fc.oneof(
  fc
    .integer({ min: Date.UTC(2026, 11, 1), max: Date.UTC(2029, 0, 1) })
    .map((at) => epochMs(Math.floor(at / 60_000) * 60_000)),
  fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -2, max: 2 }))
    .map(([date, minutes]) => addMinutes(epochMs(Date.parse(`${date}T00:00:00+08:00`)), minutes)),
)
const anyHours = fc.integer({ min: 1, max: 24 })

describe('the time of a permit', () => {
  test('is over past its last instant, whatever day, month or year that is, and says so by itself', () => {
    const active = historyOf(untilActive)
    fc.assert(
      fc.property(anyInstant, anyHours, fc.integer({ min: -90_000, max: 90_000 }), (from, hours, offsetMs) => {
        const window = { from, to: addHours(from, hours) }
        const history = active.map((event) =>
          event.type === 'JobSubmitted' ? { ...event, application: { ...event.application, window } } : event,
        )
        const job = replay(history, jobId)
        const now = epochMs(window.to + offsetMs)
        const isOver = offsetMs > 0
        assert.equal(
          alarmsOf(job, history, rulebook, now).some(({ code }) => code === '10'),
          isOver,
        )
        const duty = obligations(job, rulebook).find(({ kind }) => kind === 'end-work')
        assert.ok(duty)
        assert.equal(obligationState(duty, now) === 'late', isOver)
      }),
      { numRuns: 30 },
    )
  })

  test('holds for a start exactly inside it', () => {
    const ready = replay(historyOf(untilActive.slice(0, -1)), jobId)
    assert.ok('record' in ready)
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 420 }), (minutes) => {
        const now = addMinutes(noon, minutes)
        const { window } = application
        const decision = decide({ ...start, occurredAt: now }, ready, rulebook, facts({ now }))
        const isRefusedForTime = !decision.accepted && decision.refusals.some(({ code }) => code === 'outside-window')
        // At its end the time is over.
        assert.equal(isRefusedForTime, now < window.from || now >= window.to)
      }),
      { examples: [[-60], [-61], [299], [300]] },
    )
  })
})

describe('a document', () => {
  test('has to last through the last day of the work in the plant’s zone, and not a day longer', () => {
    fc.assert(
      fc.property(anyInstant, anyHours, anyZone, fc.integer({ min: -2, max: 2 }), (from, hours, timeZone, days) => {
        const clock = plantClockOf(timeZone)
        const window = { from, to: addHours(from, hours) }
        // A window that ends at midnight does not need the day that begins there.
        const lastDay = clock.dateOf(epochMs(window.to - 1))
        const validThrough = clock.dateOf(epochMs(clock.startOf(lastDay) + dayMs / 2 + days * dayMs))
        const world = without(
          welder,
          (known) => ({ ...known, credentials: changeEach(known.credentials, (one) => ({ ...one, validThrough })) }),
          facts({ now: from, timeZone }),
        )
        const job = jobAfter(untilActive)
        assert.ok('record' in job)
        const { permits } = job.record
        const { refusals } = assess(
          'change',
          { application: { ...application, window }, permits, record: null },
          rulebook,
          world,
        )
        assert.equal(
          refusals.some(({ code }) => code === 'credential-expired'),
          validThrough < lastDay,
        )
      }),
    )
  })
})

describe('the plant’s calendar', () => {
  const anyKind = fc.constantFrom(...enteredKinds)
  const ordinary = { ...facts().place!, zone: 'ordinary' as const }
  const asked = { ...rulebook, operations: { ...rulebook.operations } }

  test('decides what a day is before the weekday does: swapped days raise a level, swapped working Sundays do not', () => {
    fc.assert(
      fc.property(anyInstant, anyHours, anyZone, anyKind, (from, hours, timeZone, kind) => {
        const clock = plantClockOf(timeZone)
        const window = { from, to: addHours(from, hours) }
        const touched = clock.daysOf(window)
        const [first = ''] = touched
        const plan = planPermits(
          { ...application, window },
          {},
          asked,
          facts({ timeZone, place: ordinary, calendar: { [first]: kind } }),
        )
        assert.equal(plan.permits[0]?.upgradedBy.includes('holiday'), kind === 'holiday')
      }),
    )
  })

  test('that cannot be read refuses the application', () => {
    const { calendar: _unknown, ...unread } = facts({ place: ordinary })
    assert.equal(decide(submit, replay([], jobId), rulebook, unread).accepted, false)
  })
})

describe('clocks that go wrong', () => {
  test('a stop told with an earlier time than the start still stands', () => {
    const active = jobAfter(untilActive)
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (minutes) => {
        const at: EpochMs = addMinutes(noon, minutes)
        const stop = { type: 'WorkStopped', by: null, occurredAt: at, reason: 'stop-work', note: '' } as const
        const job = evolve(active, stop, jobId)
        assert.equal(job.status, 'suspended')
        // A span is never shorter than nothing, so that no duty comes to be owed backwards.
        assert.ok('record' in job && job.record.work.every(({ from, to }) => to !== null && to >= from))
      }),
    )
  })

  test('what happened in the future is refused from the sixty-first second on', () => {
    for (const seconds of [0, 59, 60, 61, 3600]) {
      const decision = decide(
        { ...submit, occurredAt: epochMs(noon + seconds * 1000) },
        replay([], jobId),
        rulebook,
        facts(),
      )
      assert.equal(decision.accepted, seconds <= 60, `${seconds} s ahead`)
    }
  })
})
