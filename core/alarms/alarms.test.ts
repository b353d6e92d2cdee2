import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type CategoryId, type GasId, type OperationId } from '../ids.ts'
import type { JobEvent } from '../job/events.ts'
import { replay } from '../job/evolve.ts'
import {
  analyst,
  application,
  approving,
  atVessel,
  director,
  gasTest,
  guardian,
  historyOf,
  jobId,
  leader,
  noon,
  rulebook as example,
  signature,
  submit,
  unitHead,
  untilActive,
  untilApproved,
  welder,
} from '../job/examples.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { JobStatus } from '../job/job.ts'
import type { Problem } from '../job/refusal.ts'
import { addMinutes, isoDate } from '../time/epoch.ts'
import { alarmCodes, type AlarmCode } from './alarm.ts'
import { alarmsOf } from './alarms-of.ts'

const fire = example.operations['fire'] ?? assert.fail()
const onDays = (day: string) => ({ id: day, when: { fact: 'window.days', includes: day }, clause: '5.1.1' }) as const
const rulebook: Rulebook = {
  ...example,
  operations: {
    ...example.operations,
    fire: { ...fire, upgrades: [...fire.upgrades, onDays('rest-day'), onDays('major-event')] },
  },
}

const alarmsAfter = (history: readonly JobEvent[], minutes = 0) =>
  alarmsOf(replay(history, jobId), history, rulebook, addMinutes(noon, minutes)).map(
    ({ code, owner, startedAt, end }) => ({
      code,
      owner,
      after: (startedAt - noon) / 60_000,
      end: end && { after: (end.at - noon) / 60_000, result: end.result },
    }),
  )
const only = (history: readonly JobEvent[], code: AlarmCode, minutes = 0) =>
  alarmsAfter(history, minutes).filter((alarm) => alarm.code === code)

type Gate = 'SubmitJob' | 'ApproveStep' | 'StartWork' | 'ResumeWork'
const refused = (command: Gate, minutes: number, ...problems: readonly Problem[]): JobEvent => ({
  type: 'CommandRefused',
  command,
  by: command === 'ApproveStep' ? unitHead : leader,
  occurredAt: addMinutes(noon, minutes),
  refusals: problems.map((problem) => ({ ...problem, clause: null, source: 'product' })),
})
const started = (minutes: number): JobEvent => ({
  type: 'WorkStarted',
  by: leader,
  occurredAt: addMinutes(noon, minutes),
  signature,
})
const passed: { readonly [G in Gate]: (minutes: number) => JobEvent } = {
  SubmitJob: (minutes) => {
    const [first] = historyOf([submit])
    assert.ok(first)
    return { ...first, occurredAt: addMinutes(noon, minutes) }
  },
  ApproveStep: (minutes) => ({
    type: 'StepApproved',
    by: unitHead,
    occurredAt: addMinutes(noon, minutes),
    permit: id('permit-fire'),
    step: id('fire-approval'),
    signature,
  }),
  StartWork: started,
  ResumeWork: (minutes) => ({ ...started(minutes), type: 'WorkResumed' }) as JobEvent,
}

const person = welder
const category = id<CategoryId>('certificate')
const gas = { gas: id<GasId>('methane'), point: 'upper' }
const operation = id<OperationId>('fire')
const status: JobStatus = 'submitted'

/** The level was right for the day as it was known when it was applied for. */
const outdated = (upgrade: string): Problem => ({
  code: 'level-outdated',
  params: { operation, level: id('low'), derived: id('high'), upgradedBy: [upgrade] },
})

const raised: readonly (readonly [AlarmCode, Gate, Problem])[] = [
  ['01', 'StartWork', { code: 'gas-sample-missing', params: gas }],
  ['01', 'StartWork', { code: 'gas-sample-future', params: gas }],
  ['02', 'StartWork', { code: 'gas-sample-stale', params: { ...gas, ageMinutes: 31, ageMinutesMax: 30 } }],
  ['03', 'ResumeWork', { code: 'gas-test-after-break', params: { breakMinutes: 61, breakMinutesMax: 60 } }],
  ['04', 'StartWork', { code: 'gas-test-of-day-missing', params: { date: isoDate('2026-11-24') } }],
  [
    '06',
    'StartWork',
    { code: 'gas-out-of-limits', params: { ...gas, value: 9, min: null, max: 0.2, unit: 'percent-vol' } },
  ],
  ['30', 'ApproveStep', { code: 'position-outside', params: { distanceMetres: 31, metresMax: 30 } }],
  ['30', 'ApproveStep', { code: 'position-missing', params: {} }],
  ['31', 'StartWork', { code: 'guardian-not-signed-in', params: { person: guardian } }],
  ['31', 'ResumeWork', { code: 'guardian-silent', params: { person: guardian, since: noon } }],
  ['40', 'StartWork', outdated('holiday')],
  ['41', 'StartWork', outdated('rest-day')],
  ['42', 'StartWork', outdated('night')],
  ['43', 'ResumeWork', outdated('major-event')],
  ['50', 'SubmitJob', { code: 'credential-missing', params: { person, category } }],
  [
    '51',
    'SubmitJob',
    {
      code: 'credential-expired',
      params: { person, category, validThrough: isoDate('2026-11-01'), neededThrough: isoDate('2026-11-24') },
    },
  ],
  ['52', 'SubmitJob', { code: 'credential-holder-mismatch', params: { person, category } }],
  ['60', 'StartWork', { code: 'job-in-wrong-state', params: { status, needed: ['approved'] } }],
  ['61', 'StartWork', { code: 'approval-missing', params: { permit: id('permit-space'), step: id('space-approval') } }],
  ['62', 'SubmitJob', { code: 'linked-permit-missing', params: { operation } }],
  ['70', 'ApproveStep', { code: 'briefing-unsigned', params: { person } }],
  ['80', 'ApproveStep', { code: 'preparation-missing', params: { operation, preparation: 'risk-analysis' } }],
  ['90', 'ApproveStep', { code: 'measure-unconfirmed', params: { operation, measure: id('isolated') } }],
]

describe('an alarm from a gate', () => {
  for (const [code, gate, problem] of raised)
    test(`${code} arises when ${gate} is refused for ${problem.code}, and ends when it is passed`, () => {
      const history = [refused(gate, 1, problem)]
      const [open] = only(history, code, 2)
      assert.equal(open?.end, null)
      assert.equal(open?.after, 1)
      // Waiting ends nothing.
      assert.equal(only(history, code, 9999)[0]?.end, null)
      assert.deepEqual(only([...history, passed[gate](5)], code, 6)[0]?.end, { after: 5, result: 'put-right' })
    })

  test('ends when the gate is tried again and refused for something else', () => {
    const missing = refused('StartWork', 1, { code: 'gas-sample-missing', params: gas })
    const other = refused('StartWork', 3, { code: 'guardian-not-signed-in', params: { person: guardian } })
    assert.deepEqual(alarmsAfter([missing, other], 4), [
      { code: '01', owner: 'gas-analyst', after: 1, end: { after: 3, result: 'put-right' } },
      { code: '31', owner: 'guardian', after: 3, end: null },
    ])
  })

  test('is one alarm however often the same gate is tried', () => {
    const missing = (minutes: number) => refused('StartWork', minutes, { code: 'gas-sample-missing', params: gas })
    assert.equal(only([missing(1), missing(2), missing(3)], '01', 4).length, 1)
    assert.equal(only([missing(1), started(2), missing(3)], '01', 4).length, 2)
  })

  test('of one approver does not end with the signature of another', () => {
    const away = refused('ApproveStep', 1, { code: 'position-missing', params: {} })
    const other: JobEvent = { ...(passed.ApproveStep(2) as Extract<JobEvent, { type: 'StepApproved' }>), by: director }
    assert.equal(only([away, other], '30', 3)[0]?.end, null)
    assert.equal(only([away], '30')[0]?.owner, 'approver')
  })

  test('ends with the job', () => {
    const cancelled: JobEvent = { type: 'JobCancelled', by: leader, occurredAt: addMinutes(noon, 9), reason: 'rain' }
    const history = [
      ...historyOf(untilApproved),
      refused('StartWork', 1, { code: 'gas-sample-missing', params: gas }),
      cancelled,
    ]
    assert.deepEqual(only(history, '01', 10)[0]?.end, { after: 9, result: 'cancelled' })
  })

  test('does not arise from a position at other gates, nor from a plan that is not the risk analysis', () => {
    assert.deepEqual(alarmsAfter([refused('StartWork', 1, { code: 'position-missing', params: {} })], 2), [])
    const plan = { operation, preparation: 'rescue-plan' }
    assert.deepEqual(alarmsAfter([refused('ApproveStep', 1, { code: 'preparation-missing', params: plan })], 2), [])
  })
})

describe('an alarm from the site', () => {
  const tested = (minutes: number, isWithinLimits: boolean): JobEvent => {
    const [event] = historyOf([...untilApproved, gasTest(noon)]).slice(-1)
    assert.ok(event?.type === 'GasTested')
    return { ...event, by: analyst, occurredAt: addMinutes(noon, minutes), isWithinLimits }
  }
  test('06 lasts from the bad reading to the next good one', () => {
    assert.equal(only([tested(1, false), tested(2, false)], '06', 3)[0]?.end, null)
    assert.deepEqual(only([tested(1, false), tested(4, true)], '06', 5), [
      { code: '06', owner: 'gas-analyst', after: 1, end: { after: 4, result: 'put-right' } },
    ])
    assert.deepEqual(only([tested(1, true)], '06', 5), [])
  })

  const found = (minutes: number, state: 'inside' | 'outside' | 'silent', who = guardian): JobEvent => ({
    type: 'GuardianPresenceChanged',
    by: null,
    occurredAt: addMinutes(noon, minutes),
    guardian: who,
    state,
    position: atVessel,
  })
  test('31 lasts while the guardian is outside or not heard, each guardian for himself', () => {
    assert.deepEqual(only([found(1, 'outside'), found(2, 'silent'), found(6, 'inside')], '31', 7), [
      { code: '31', owner: 'guardian', after: 1, end: { after: 6, result: 'put-right' } },
    ])
    assert.equal(only([found(1, 'outside'), found(2, 'inside', leader)], '31', 7)[0]?.end, null)
  })
})

describe('an alarm from time alone', () => {
  const active = historyOf(untilActive)
  const windowEnd = (application.window.to - noon) / 60_000

  test('10 arises after the last minute of the window, not at it, and ends with the ticket', () => {
    assert.deepEqual(only(active, '10', windowEnd), [])
    assert.deepEqual(only(active, '10', windowEnd + 1), [{ code: '10', owner: 'leader', after: windowEnd, end: null }])
    const cancelled: JobEvent = {
      type: 'JobCancelled',
      by: leader,
      occurredAt: addMinutes(noon, windowEnd + 20),
      reason: 'over',
    }
    assert.deepEqual(only([...active, cancelled], '10', windowEnd + 30)[0]?.end, {
      after: windowEnd + 20,
      result: 'cancelled',
    })
    assert.deepEqual(only(historyOf([submit]), '10', windowEnd + 1), [])
  })

  test('05 arises when a record is late, and ends with the next one', () => {
    assert.deepEqual(only(active, '05', 120), [])
    assert.equal(only(active, '05', 121)[0]?.end, null)
    const again = historyOf([...untilApproved, gasTest(noon)]).at(-1)
    assert.ok(again?.type === 'GasTested')
    const at = addMinutes(noon, 130)
    const late: JobEvent = {
      ...again,
      occurredAt: at,
      test: { ...again.test, samples: again.test.samples.map((sample) => ({ ...sample, takenAt: at })) },
    }
    assert.deepEqual(only([...active, late], '05', 131), [
      { code: '05', owner: 'gas-analyst', after: 120, end: { after: 130, result: 'put-right' } },
    ])
  })

  test('11 arises when a step waits longer than its time, and ends with the signature', () => {
    const waiting = historyOf([submit])
    assert.deepEqual(only(waiting, '11', 60), [])
    assert.equal(only(waiting, '11', 61).length, approving.length)
    const signed = only([...waiting, passed.ApproveStep(70)], '11', 71)
    assert.ok(signed.some(({ end }) => end?.after === 70 && end.result === 'put-right'))
    assert.ok(signed.some(({ end }) => end === null))
  })
})

/** Shown beside the debts themselves, in core/contingency. */
const overdueDebt: AlarmCode = '12'
/** Shown where rest is foreseen: core/job/forced-rest.test.ts. */
const overworked: AlarmCode = '13'

test('a job in order raises nothing, and every code but those that the product cannot let happen is shown above', () => {
  assert.deepEqual(alarmsAfter(historyOf(untilActive), 1), [])
  const shown = new Set<AlarmCode>([...raised.map(([code]) => code), '05', '10', '11', overdueDebt, overworked])
  assert.deepEqual(
    alarmCodes.filter((code) => !shown.has(code)),
    ['20'],
  )
})
