import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { id, type EmployerId } from '#core/ids.ts'
import { decide, stopWork } from '#core/job/decide.ts'
import { person } from '#core/job/examples.ts'
import { evolve } from '#core/job/evolve.ts'
import { obligations, obligationState } from '#core/job/obligations.ts'
import { dayMs, epochMs, hourMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { chain } from '#server/store/events.ts'
import { verifyHistory, type RecordedEvent } from '#server/store/recorded-event.ts'
import { demoPlant, timeZone } from '../load-plant.ts'
import { demoPlaces } from '../places.ts'
import { createRoster } from '../roster.ts'
import { kindsOfWork } from './kinds-of-work.ts'
import { permitsPerDay } from './plan-day.ts'
import { createPlantSetting } from './plant-setting.ts'
import { simulatePlant, type Simulation } from './simulate.ts'

/** Tuesday, three in the afternoon in Shanghai. */
const afternoon = epochMs(Date.UTC(2026, 10, 24, 7))
const days = 90
let rulebook: Rulebook
let simulation: Simulation

const simulate = (now: typeof afternoon, ofDays: number): Simulation =>
  simulatePlant({
    setting: createPlantSetting({ plantId: demoPlant, roster: createRoster(), places: demoPlaces }, rulebook, now),
    now,
    days: ofDays,
    permits: permitsPerDay,
    seed: 5,
  })
const eventsOf = ({ jobs }: Simulation) => jobs.flatMap(({ decisions }) => decisions.flatMap(({ events }) => events))
const permitsByDay = ({ jobs }: Simulation): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { job } of jobs)
    if ('record' in job) {
      const day = plantClockOf(timeZone).dateOf(job.record.application.window.from)
      counts.set(day, (counts.get(day) ?? 0) + job.record.permits.length)
    }
  return counts
}

before(async () => {
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  rulebook = parsed.rulebook
  simulation = simulate(afternoon, days)
})

describe('the simulated plant', () => {
  test('has between 24 and 38 permits on every day', () => {
    const today = plantClockOf(timeZone).dateOf(afternoon)
    const counts = [...permitsByDay(simulation)].filter(([day]) => day < today)
    assert.equal(counts.length, days - 1)
    for (const [day, count] of counts)
      assert.ok(permitsPerDay.min <= count && count <= permitsPerDay.max, `${day}: ${count}`)
  })

  test('does all eight kinds of work', () => {
    const levels = new Set(
      simulation.jobs.flatMap(({ job }) =>
        'record' in job ? job.record.permits.map(({ operation, level }) => `${operation} ${level}`) : [],
      ),
    )
    for (const { id: operation } of Object.values(rulebook.operations))
      assert.ok(
        [...levels].some((level) => level.startsWith(`${operation} `)),
        operation,
      )
    for (const level of ['second', 'first', 'special']) assert.ok(levels.has(`hot-work ${level}`), level)
  })

  test('lives through everything that goes wrong', () => {
    const events = eventsOf(simulation)
    const refused = new Set(
      events.flatMap((event) =>
        event.type === 'CommandRefused' ? event.refusals.map(({ code }) => `${event.command} ${code}`) : [],
      ),
    )
    for (const gate of ['SubmitJob credential-expired', 'StartWork guardian-not-signed-in'])
      assert.ok(refused.has(gate), gate)
    const reasons = new Set(events.flatMap((event) => (event.type === 'WorkStopped' ? [event.reason] : [])))
    for (const reason of ['guardian-left', 'stop-work', 'break'] as const) assert.ok(reasons.has(reason), reason)
    for (const type of ['JobReturned', 'JobCancelled', 'WorkResumed'] as const)
      assert.ok(
        events.some((event) => event.type === type),
        type,
      )
    assert.ok(events.some((event) => event.type === 'GasTested' && !event.isWithinLimits))
    const duties = simulation.jobs.flatMap(({ job }) =>
      obligations(job, rulebook).map((duty) => `${duty.kind} ${obligationState(duty, afternoon)}`),
    )
    for (const late of ['snapshot met-late', 'snapshot missed', 'approve met-late'])
      assert.ok(duties.includes(late) || duties.includes(late.replace('missed', 'late')), late)
    assert.ok(
      simulation.jobs.some(
        ({ job }) => job.status === 'closed' && (job.record.work.at(-1)?.to ?? 0) > job.record.application.window.to,
      ),
      'left open past its time',
    )
  })

  for (let hour = 0; hour < 24; hour += 3)
    test(`has somebody at every stage at ${(8 + hour) % 24} o'clock in Shanghai, and duties due within the hour`, () => {
      // A Saturday evening turns into a Sunday: the levels rise with it.
      const now = epochMs(Date.UTC(2026, 10, 28, hour, 20))
      const { jobs } = simulate(now, 2)
      const binding = new Set(jobs.map(({ job }) => job.status))
      for (const status of ['submitted', 'approved', 'active', 'suspended', 'finished', 'closed'] as const)
        assert.ok(binding.has(status), `nothing is ${status}`)
      assert.ok(
        jobs.some(({ job }) => job.status === 'active' && job.record.application.window.to < now),
        'nothing is past its time',
      )
      const duties = jobs.flatMap(({ job }) => obligations(job, rulebook))
      const open = duties.filter(({ met, lapsedAt }) => !met && lapsedAt === null)
      assert.ok(
        open.some(({ dueAt }) => dueAt > now && dueAt < now + hourMs),
        'nothing is due soon',
      )
      assert.ok(
        open.some(({ lateAt }) => lateAt < now),
        'nothing is late',
      )
    })

  test('plans for as many permits as the rulebook makes of the work', () => {
    for (const { job } of simulation.jobs)
      if ('record' in job) {
        const { application, permits } = job.record
        const kind = kindsOfWork.find(({ contents }) => contents.includes(application.content))
        assert.equal(permits.length, kind?.permitCount, application.content)
      }
  })

  test('lets contractors do a part of the work under their own leaders', () => {
    const units = simulation.jobs.flatMap(({ job }) => ('record' in job ? [job.record.application.workUnit] : []))
    const share = units.filter((unit) => unit !== id<EmployerId>(demoPlant)).length / units.length
    assert.ok(0.1 < share && share < 0.35, String(share))
  })

  test('books most of its work a day ahead; the rest says why it could not wait and was signed for it', () => {
    const jobs = simulation.jobs.flatMap(({ job }) => ('record' in job ? [job.record] : []))
    const urgent = jobs.filter(({ application }) => application.urgentReason !== undefined)
    const share = urgent.length / jobs.length
    assert.ok(0.08 < share && share < 0.3, String(share))
    const isSigned = ({ approvals }: (typeof jobs)[number]) => approvals.some(({ step }) => step === 'urgent-approval')
    assert.ok(urgent.some(isSigned))
    assert.ok(!jobs.filter(({ application }) => application.urgentReason === undefined).some(isSigned))
  })

  test('is the same again from the same seed, and nothing in it lies in the future', () => {
    const again = simulate(afternoon, 3)
    assert.deepEqual(again, simulate(afternoon, 3))
    for (const { decisions } of again.jobs) for (const { recordedAt } of decisions) assert.ok(recordedAt <= afternoon)
  })

  test('comes out of the decisions alone: what needs no other fact than who acts is decided again, and the chain holds', () => {
    const now = epochMs(afternoon)
    let redecided = 0
    for (const { id: streamId, decisions } of simulation.jobs.slice(0, 40)) {
      let history: readonly RecordedEvent[] = []
      let job: Parameters<typeof decide>[1] = { status: 'none', stop: null }
      for (const { events, reliedOn, recordedAt } of decisions) {
        const [event] = events
        if (event?.type === 'WorkFinished' || event?.type === 'MeasureConfirmed') {
          const command =
            event.type === 'WorkFinished'
              ? { type: 'FinishWork' as const, by: event.by, occurredAt: event.occurredAt }
              : { ...event, type: 'ConfirmMeasure' as const }
          const people = { [event.by]: person(event.by) }
          const facts = { now, timeZone, people, instruments: {}, fans: {}, evidence: {} }
          const decision = decide(command, job, rulebook, facts)
          assert.deepEqual(decision.accepted && decision.events, events)
          redecided++
        }
        if (event?.type === 'WorkStopped' && events.length === 1)
          assert.deepEqual(stopWork({ ...event, type: 'StopWork' }), event)
        history = [...history, ...chain(demoPlant, { after: history.at(-1), streamId, events, reliedOn, recordedAt })]
        for (const one of events) job = evolve(job, one, streamId)
      }
      assert.deepEqual(verifyHistory(demoPlant, history), [])
    }
    assert.ok(redecided > 400)
  })

  test('takes a job longer than a day to no end: whatever began before yesterday is closed, cancelled or was refused', () => {
    for (const { id, job, decisions } of simulation.jobs)
      if ((decisions[0]?.recordedAt ?? 0) < afternoon - 2 * dayMs)
        assert.ok(['closed', 'cancelled', 'drafted'].includes(job.status), `${id} is still ${job.status}`)
  })
})
