import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { alarmsOf } from '../alarms/alarms-of.ts'
import { id, type GasId } from '../ids.ts'
import type { JobEvent } from '../job/events.ts'
import { isRecorded, replay } from '../job/evolve.ts'
import {
  application,
  gasTest,
  guardian,
  historyOf,
  jobId,
  leader,
  noon,
  rulebook,
  signature,
  untilActive,
  welder,
} from '../job/examples.ts'
import type { RecordedJob } from '../job/job.ts'
import { addMinutes, epochMs } from '../time/epoch.ts'
import { alarmRecord } from './alarm-record.ts'
import { isFeedTime, toFeedTime } from './feed-time.ts'
import { tellingReading } from './telling-reading.ts'
import { ticketRecord, type FeedPlant } from './ticket-record.ts'
import { kindOfRecord, validateFeedRecord } from './validate-record.ts'

const uuids = {
  'permit-fire': '0b0e2f5e-6f0d-4c8e-9a52-0d9c3c1f7a01',
  'permit-space': '0b0e2f5e-6f0d-4c8e-9a52-0d9c3c1f7a02',
}
/** The example's permits under ids as the server gives them. */
const withUuids = (history: readonly JobEvent[]): readonly JobEvent[] =>
  JSON.parse(
    JSON.stringify(history).replaceAll(/permit-(fire|space)/g, (name) => uuids[name as keyof typeof uuids]),
  ) as readonly JobEvent[]

const plant: FeedPlant = {
  timeZone: 'Asia/Shanghai',
  companyName: '远桥化工',
  companyCode: '910000000000000000',
  people: {
    [leader]: { name: '李负责', mobile: '13900000001', certificates: [] },
    [welder]: { name: '王焊工', mobile: null, certificates: [{ name: '焊接与热切割作业', number: 'T0001' }] },
    [guardian]: { name: '赵监护', mobile: null, certificates: [] },
  },
  employers: { [application.workUnit]: { name: '机修车间', isContractor: false } },
  place: { name: '反应釜 7', longitude: 121.0005, latitude: 31.0005 },
}

const by = leader
const at = (minutes: number) => addMinutes(noon, minutes)
const laterEvents: readonly JobEvent[] = [
  { type: 'WorkStopped', by, occurredAt: at(10), reason: 'break', note: '' },
  { type: 'WorkResumed', by, occurredAt: at(20), signature },
  { type: 'WorkFinished', by, occurredAt: at(30) },
  { type: 'JobClosed', by, occurredAt: at(70) },
]
const history = withUuids([...historyOf(untilActive), ...laterEvents])
const submittedOnly = history.slice(0, 1)
const cancelled: JobEvent = { type: 'JobCancelled', by, occurredAt: at(80), reason: '下雨' }

const recorded = (events: readonly JobEvent[]): RecordedJob => {
  const job = replay(events, jobId)
  assert.ok(isRecorded(job))
  return job
}
const recordsOf = (events: readonly JobEvent[], of: FeedPlant = plant) => {
  const job = recorded(events)
  return job.record.permits.map((permit) => ticketRecord(job, permit, events, rulebook, of))
}
const firstOf = (events: readonly JobEvent[]) => {
  const [record] = recordsOf(events)
  assert.ok(record)
  return record
}
const until = (type: JobEvent['type']) => history.slice(0, history.findIndex((event) => event.type === type) + 1)

describe('a ticket as the park takes it', () => {
  test('has the 33 fields of table A.1, and an alarm the 11 of A.3', () => {
    assert.equal(Object.keys(firstOf(history)).length, 33)
    const told = alarmRecord(
      { code: '10', startedAt: noon, end: null },
      {
        id: uuids['permit-fire'],
        ticket: id(uuids['permit-fire']),
        timeZone: 'Asia/Shanghai',
        sayResult: () => '已处理',
      },
    )
    assert.equal(Object.keys(told).length, 11)
    assert.deepEqual(validateFeedRecord('alarm', told), [])
  })

  test('is what we build, at every moment of a job, with or without an end before its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: history.length }), fc.boolean(), (length, isCancelled) => {
        const events = history.slice(0, length)
        for (const record of recordsOf(isCancelled ? [...events, cancelled] : events))
          assert.deepEqual(validateFeedRecord('ticket', record), [])
      }),
    )
  })

  const statuses: readonly (readonly [string, readonly JobEvent[]])[] = [
    ['0', submittedOnly],
    ['1', until('JobApproved')],
    ['2', until('WorkStarted')],
    ['6', until('WorkStopped')],
    ['2', until('WorkFinished')],
    ['3', history],
    ['4', [...until('JobApproved'), cancelled]],
    ['5', [...submittedOnly, cancelled]],
  ]
  for (const [status, events] of statuses)
    test(`has status ${status} after ${events.at(-1)?.type} as event ${events.length}`, () =>
      assert.equal(firstOf(events).TICKET_STATUS, status))

  test('does not know its signing and acceptance before they happened, and says null', () => {
    const early = firstOf(submittedOnly)
    assert.deepEqual([early.ISSUE_TIME, early.CHECKED_TIME, early.GAS_VALUE], [null, null, null])
    assert.deepEqual(
      [firstOf(history).ISSUE_TIME, firstOf(history).CHECKED_TIME],
      ['2026-11-24 12:00:00', '2026-11-24 13:10:00'],
    )
  })

  test('that lacks what the plant should know is found, never filled in', () => {
    const [record] = recordsOf(history, { ...plant, companyCode: null, place: null, people: {}, employers: {} })
    assert.deepEqual(
      validateFeedRecord('ticket', record).map(({ field }) => field),
      ['COMPANY_CODE', 'LONGITUDE', 'LATITUDE', 'WORK_DEPARTMENT', 'IS_CONTRACTOR_WORK', 'MAJOR_PERSON_MOBILE'],
    )
  })
})

test('the reading told is the one nearest to danger, in the unit of its limit', () => {
  const command = gasTest(noon, 4, 20.9)
  assert.ok(command.type === 'RecordGasTest')
  assert.deepEqual(tellingReading(command.test, rulebook), { name: '例', takenAt: noon, value: 0.2 })
  const oxygenOnly = {
    ...command.test,
    samples: command.test.samples.map((sample) => ({ ...sample, readings: sample.readings.slice(0, 1) })),
  }
  assert.equal(tellingReading(oxygenOnly, rulebook)?.value, 20.9)
  const unknownGas = { gas: id<GasId>('nothing'), value: 1, unit: 'ppm' } as const
  assert.equal(
    tellingReading({ ...command.test, samples: [{ point: 'upper', takenAt: noon, readings: [unknownGas] }] }, rulebook),
    null,
  )
  assert.equal(tellingReading(undefined, rulebook), null)
})

describe('the validator', () => {
  const good = firstOf(history)
  const faults: readonly (readonly [object, string, string])[] = [
    [{ ID: 'FI-1' }, 'ID', 'not-a-uuid'],
    [{ COMPANY_CODE: '' }, 'COMPANY_CODE', 'missing'],
    [{ TICKET_TYPE: '04' }, 'TICKET_TYPE', 'not-in-table'],
    [{ TICKET_STATUS: 2 }, 'TICKET_STATUS', 'not-text'],
    [{ START_TIME: '2026-02-30 08:00:00' }, 'START_TIME', 'not-a-time'],
    [{ END_TIME: '2026-11-24T17:00:00Z' }, 'END_TIME', 'not-a-time'],
    [{ END_TIME: '2026-11-24 08:00:00' }, 'END_TIME', 'before-its-start'],
    [{ ISSUE_TIME: null }, 'ISSUE_TIME', 'missing'],
    [{ CHECKED_TIME: null }, 'CHECKED_TIME', 'missing'],
    [{ GAS_VALUE: null }, 'GAS_VALUE', 'missing'],
    [{ GAS_VALUE: '0.2' }, 'GAS_VALUE', 'not-a-number'],
    [{ LONGITUDE: 181 }, 'LONGITUDE', 'out-of-range'],
    [{ LATITUDE: Number.NaN }, 'LATITUDE', 'not-a-number'],
    [{ WORKER_CERTI_NUM: 'T0001,T0002' }, 'WORKER_CERTI_NUM', 'counts-differ'],
    [{ IS_CHANGED: 'no' }, 'IS_CHANGED', 'not-in-table'],
    [{ LEVEL: '一级' }, 'LEVEL', 'unknown-field'],
  ]
  for (const [change, field, rule] of faults)
    test(`names ${field} for ${JSON.stringify(change)}`, () =>
      assert.deepEqual(validateFeedRecord('ticket', { ...good, ...change }), [{ field, rule }]))

  test('names every fault at once, and takes nothing that is no record', () => {
    assert.equal(validateFeedRecord('ticket', {}).length, 24)
    for (const nothing of [null, [], 'ticket', 3])
      assert.deepEqual(validateFeedRecord('ticket', nothing), [{ field: '', rule: 'not-a-record' }])
  })

  test('knows an alarm that ended before it began, and one of a code that no table has', () => {
    const [alarm] = alarmsOf(recorded(until('WorkStarted')), until('WorkStarted'), rulebook, at(9999))
    assert.ok(alarm)
    const told = alarmRecord(alarm, {
      id: uuids['permit-fire'],
      ticket: id(uuids['permit-fire']),
      timeZone: 'Asia/Shanghai',
      sayResult: ({ result }) => result,
    })
    assert.equal(kindOfRecord(told), 'alarm')
    assert.equal(kindOfRecord(good), 'ticket')
    assert.deepEqual(validateFeedRecord('alarm', told), [])
    assert.deepEqual(
      validateFeedRecord('alarm', { ...told, ALARM_TYPE: '07', ALARM_END_TIME: '2020-01-01 00:00:00' }),
      [
        { field: 'ALARM_TYPE', rule: 'not-in-table' },
        { field: 'ALARM_END_TIME', rule: 'before-its-start' },
      ],
    )
  })
})

test('every instant is told as a time that the validator reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) =>
      assert.ok(isFeedTime(toFeedTime(epochMs(ms), 'Asia/Shanghai'))),
    ),
  )
  for (const no of ['2026-11-24 24:00:00', '2026-11-24 12:60:00', '2026-11-24', '', '2026-13-01 00:00:00'])
    assert.equal(isFeedTime(no), false, no)
})
