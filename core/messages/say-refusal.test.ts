import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../ids.ts'
import { noon } from '../job/examples.ts'
import { wayOut } from '../job/remedies.ts'
import type { Problem, Refusal, RefusalCode, RefusalParams } from '../job/refusal.ts'
import { addHours, addMinutes, isoDate, type TimeOfDay } from '../time/epoch.ts'
import { messagesEn } from './en.ts'
import { reading } from './examples.ts'
import type { Messages } from './messages.ts'
import { sayRefusal } from './say-refusal.ts'
import { messagesZhCn } from './zh-cn.ts'

const who = { person: id<never>('p1') }
const credential = { ...who, category: id<never>('c1') }
const operation = { operation: id<never>('o1') }
const field = { ...operation, field: 'f1' }
const preparation = { ...operation, preparation: 'r1' }
const measure = { ...operation, measure: id<never>('m1') }
const sample = { gas: id<never>('g1'), point: 'upper' }
const instrument = { instrument: id<never>('e1') }
const span = { validThrough: isoDate('2026-11-20'), neededThrough: isoDate('2026-11-26') }
const point = { point: id<never>('e2') }
const none = {}

const examples: { readonly [C in RefusalCode]: RefusalParams[C] } = {
  'person-unknown': who,
  'person-not-employed': { ...who, employment: 'left' },
  'credential-missing': credential,
  'credential-expired': { ...credential, ...span },
  'credential-not-yet-valid': { ...credential, validFrom: isoDate('2026-12-01') },
  'credential-validity-unknown': credential,
  'credential-review-overdue': { ...credential, reviewDue: isoDate('2026-10-09') },
  'credential-holder-mismatch': credential,
  'credential-not-confirmed': { ...credential, official: 'not-found' },
  'credential-check-stale': { ...credential, checkedOn: isoDate('2026-08-07'), ageDaysMax: 91 },
  'training-missing': credential,
  'training-expired': { ...credential, ...span },
  'medical-missing': who,
  'medical-unfit': { ...who, verdict: 'pending' },
  'medical-restricted': { ...who, restriction: 'x1' },
  'medical-expired': { ...who, ...span },
  'blood-pressure-too-high': {
    ...who,
    systolicMmHg: 171,
    diastolicMmHg: 93,
    systolicMmHgMax: 160,
    diastolicMmHgMax: 100,
  },
  'blood-pressure-unknown': who,
  'medical-follow-up-stale': { ...who, followUpDue: isoDate('2026-09-08'), staleDaysMax: 45 },
  'position-not-allowed': { ...who, ...operation, level: id('l1'), allowed: id('l2') },
  'matrix-unknown': none,
  'people-too-few': { role: 'guardian', count: 1, countMin: 2 },
  'duty-missing': { ...who, ...operation },
  'guardian-is-worker': who,
  'guardian-guards-elsewhere': { ...who, job: id('j1') },
  'worker-works-elsewhere': { ...who, job: id('j1') },
  'labour-unknown': who,
  'rest-needed': { ...who, measure: 'duty-hours', value: 13.5, limit: 12, restedAt: addHours(noon, 8) },
  'engagements-unknown': none,
  'factor-not-proven': { factor: 'pin' },
  'change-not-foreseen': { change: 'voiding' },
  'may-not-agree': { ...who, authority: 'a1' },
  'nothing-asked': none,
  'takes-part-already': who,
  'ending-undecided': { ending: 'cancelling', since: addMinutes(noon, -8) },
  'own-work': who,
  'authority-missing': { ...who, step: id('s1'), authority: 'a1' },
  'not-this-role': { ...who, role: 'leader' },
  'place-unknown': { place: id('v1') },
  'level-unknown': { ...operation, fact: 'place.zone' },
  'condition-unknown': { ...operation, fact: 'field.o1.f1' },
  'window-backwards': { from: noon, to: addHours(noon, -1) },
  'window-in-the-past': { to: addHours(noon, -1) },
  'window-too-long': { ...operation, level: id('l1'), hours: 9.5, hoursMax: 8 },
  'outside-window': { from: addHours(noon, -9), to: addHours(noon, -1) },
  'field-missing': field,
  'field-out-of-range': { ...field, min: 2, max: 30 },
  'field-unreadable': field,
  'operation-unknown': operation,
  'level-below-derived': { ...operation, level: id('l1'), derived: id('l2') },
  'level-outdated': { ...operation, level: id('l1'), derived: id('l2'), upgradedBy: ['holiday'] },
  'answer-out-of-bounds': { operation: id('hot-work'), field: 'load', value: 81, min: null, max: 80 },
  'answer-forbids': { operation: id('hot-work'), field: 'load' },
  'outside-daily-hours': { from: '08:00' as TimeOfDay, to: '17:00' as TimeOfDay },
  'pipe-unknown': { place: id('place') },
  'weather-forbids': { weather: 'thick-fog' },
  'neighbours-unknown': none,
  'activity-conflicts': { ...operation, other: id('confined-space'), field: 'activity', activity: 'painting' },
  'neighbour-conflicts': { job: id('j1'), ...operation, distanceMetres: 17.9, metresMax: 30, conflict: 'k1' },
  'weather-unknown': none,
  'weather-stale': { ageMinutes: 75, ageMinutesMax: 61 },
  'wind-too-strong': { windForce: 6, windForceMax: 4 },
  'happened-in-the-future': { aheadSeconds: 140 },
  'position-uncertain': { accuracyMetres: 25, distanceMetres: 18, metresMax: 30 },
  'position-outside': { distanceMetres: 412, metresMax: 30 },
  'position-missing': none,
  'preparation-missing': preparation,
  'preparation-incomplete': { ...preparation, item: 'i1' },
  'plan-not-uploaded': preparation,
  'plan-not-approved-yet': { ...preparation, approvedOn: isoDate('2026-12-01') },
  'plan-document-unknown': preparation,
  'measure-unconfirmed': measure,
  'measure-not-optional': measure,
  'measure-unknown': measure,
  'briefing-unsigned': who,
  'briefer-missing': none,
  'approval-missing': { permit: id('t1'), step: id('s1') },
  'approval-not-its-turn': { step: id('s1'), waitsFor: id('s2') },
  'approval-done-already': { step: id('s1') },
  'linked-permit-missing': operation,
  'gas-sample-missing': sample,
  'gas-sample-stale': { ...sample, ageMinutes: 37, ageMinutesMax: 30 },
  'gas-sample-future': sample,
  'gas-out-of-limits': { ...sample, value: 19.2, min: 19.5, max: 21, unit: 'percent-vol' },
  'gas-unknown': { gas: sample.gas },
  'gas-value-impossible': { gas: sample.gas, value: 120, unit: 'percent-lel' },
  'gas-unit-unfit': { gas: sample.gas, unit: 'mg-per-m3' },
  'gases-of-place-unknown': { place: id('v1') },
  'gas-test-after-break': { breakMinutes: 61, breakMinutesMax: 60 },
  'gas-test-of-day-missing': { date: isoDate('2026-11-24') },
  'instrument-unknown': instrument,
  'instrument-out-of-calibration': { ...instrument, calibratedThrough: isoDate('2026-11-03') },
  'instrument-cannot-measure': { ...instrument, gas: sample.gas },
  'sources-unknown': none,
  'cameras-unknown': none,
  'camera-missing': { place: id('v1') },
  'camera-faulty': { camera: id('c1'), since: noon },
  'camera-unfit': { camera: id('c1'), rating: 'Ex ec IIC T4 Gc' },
  'camera-silent': { camera: id('c1'), since: null },
  'source-unknown': { source: id('e1') },
  'source-silent': { source: id('e1'), since: noon },
  'source-not-silent': { source: id('e1'), heardAt: noon },
  'spoken-reading-missing': { source: id('e1') },
  'contingency-unknown': { mode: 'voice' },
  'contingency-right-missing': { ...who, authority: 'a1' },
  'contingency-stands': { source: id('e1'), until: noon },
  'contingency-over': { until: noon },
  'contingency-too-long': { hours: 9, hoursMax: 8 },
  'debt-unknown': { debt: 'gas-test.0' },
  'debt-settled-already': { debt: 'gas-test.0' },
  'debt-not-comparable': { debt: 'paper-ticket' },
  'own-debt': who,
  'supervisor-missing': { ...who, authority: 'a1' },
  'comparison-missing': sample,
  'fan-unknown': { fan: id('e1') },
  'fan-out-of-service': { fan: id('e1') },
  'fan-not-scanned': { fan: id('e1') },
  'fan-scanned-is-another': { fan: id('e1'), scanned: id('e2') },
  'fan-of-another-space': { fan: id('e1'), place: id('v1') },
  'gas-of-place-missing': { place: id('v1'), gas: id('g1') },
  'ventilation-missing': none,
  'guardian-not-signed-in': who,
  'guardian-outside': { ...who, since: addMinutes(noon, -8) },
  'guardian-silent': { ...who, since: addMinutes(noon, -8) },
  'second-person-missing': who,
  'neighbour-distance-unknown': { job: id('j1'), ...operation, metresMax: 30 },
  'fall-line-shared': { job: id('j1') },
  'cross-work-undeclared': { job: id('j1') },
  'blind-unknown': { blind: 'MB-7' },
  'blind-of-another-place': { blind: 'MB-7', place: id('v1') },
  'blind-in-wrong-state': { blind: 'MB-7', state: 'installed' },
  'isolation-unknown': none,
  'point-not-isolated': point,
  'point-not-tried-out': point,
  'point-still-live': point,
  'point-isolated-already': point,
  'point-relied-on': { ...point, job: id('j1'), status: 'active' },
  'point-key-elsewhere': { ...point, ...who },
  'point-witness-is-same': { ...point, ...who },
  'evidence-missing': { evidence: null, step: 'gas-test' },
  'evidence-not-a-picture': { evidence: id('v1') },
  'evidence-not-a-recording': { evidence: id('v1') },
  'evidence-of-another-job': { evidence: id('d1') },
  'evidence-of-another-person': { evidence: id('d1'), ...who },
  'evidence-of-another-step': { evidence: id('d1'), step: 'residue', expected: 'gas-test' },
  'evidence-cited-before': { evidence: id('d1'), citedAt: addMinutes(noon, -30) },
  'evidence-taken-elsewhere': { evidence: id('d1'), distanceMetres: 512.4, metresMax: 200 },
  'evidence-place-unknown': { evidence: id('d1'), accuracyMetres: null },
  'snapshot-time-differs': { capturedAt: noon, takenAt: addMinutes(noon, -25) },
  'snapshot-pictures-apart': { minutes: 25.2, minutesMax: 5 },
  'evidence-reused': { evidence: id('d1'), reuse: 'near' },
  'job-in-wrong-state': { status: 'drafted', needed: ['approved', 'active'] },
  'hold-point-not-open': { holdPoint: 'snapshot', waitsFor: 'guardian-sign-in' },
  'hold-point-not-applicable': { holdPoint: 'ventilation' },
  'check-unwitnessed': { operation: id('o1'), check: 'earthed' },
  'check-before-break': { operation: id('o1'), check: 'earthed', breakMinutesMax: 60 },
  'evacuations-unknown': none,
  'evacuation-stands': { since: addMinutes(noon, -8) },
  'gas-test-after-evacuation': { since: addMinutes(noon, -8) },
  'stop-stands': { since: addMinutes(noon, -8), reason: 'guardian-left' },
  'people-still-inside': { people: [id('p1'), id('p2')] },
  'tools-unaccounted': { tool: 'spanner', in: 5, out: 4 },
  'people-not-counted': none,
  'residue-pictures-missing': { count: 1, countMin: 2 },
  'fire-watch-running': { minutesLeft: 12.4, minutesMin: 30 },
  'fire-watch-missing': { minutesMin: 30 },
  'acceptance-unknown': { acceptance: 'a1' },
  'acceptance-done-already': { acceptance: 'a1' },
  'step-unknown': { step: id('s1') },
  'rulebook-edition-unknown': { rulebook: 'chemical', edition: '2020-01-01' },
  'permit-unknown': { permit: id('t1') },
  'job-returned': { by: id('p1'), reason: 'no rescue plan' },
  'nothing-to-answer': none,
  'reason-missing': none,
  'step-not-earlier': { step: id('s1') },
  'signed-after': { step: id('s1'), by: id('p1') },
  'approval-of-another': { ...who, step: id('s1') },
  'signer-added-already': { ...who, step: id('s1') },
  'signer-lacks-authority': { ...who, authorities: ['a1'] },
  'delegations-unknown': none,
  'delegation-missing': { ...who, onBehalfOf: id('p2'), authority: 'a1' },
  'delegate-lacks-authority': { ...who, authority: 'unit-head' },
  'delegator-lacks-authority': { ...who, authority: 'unit-head' },
  'delegation-cycle': { ...who, delegate: id('p2') },
  'delegation-too-long': { days: 45, daysMax: 30 },
  'urgent-reason-missing': none,
  'delegation-backwards': { from: noon, to: addHours(noon, -1) },
}

/** Identities that a sentence need not name: the reader has just taken that picture, or the words differ by it. */
const unsaid: ReadonlySet<string> = new Set(['evidence', 'conflict', 'fact', 'authority'])
const spoken = { '2026-11-20': /11 月 20 日|20 Nov/, '2026-11-26': /11 月 26 日|26 Nov/ }

const problems = Object.entries(examples).map(([code, params]) => ({ code, params }) as Problem)
const languages: readonly Messages[] = [messagesZhCn, messagesEn]
const refuse = (problem: Problem): Refusal => ({ ...problem, clause: '5.3.1 c', source: 'standard' })
const said = (problem: Problem, messages: Messages): string => sayRefusal(refuse(problem), messages, reading).what

test('every refusal has words in both languages, and none shows a code, a key or a gap', () => {
  assert.equal(problems.length, Object.keys(wayOut).length)
  for (const messages of languages)
    for (const problem of problems) {
      const { what, owner, remedies } = sayRefusal(refuse(problem), messages, reading)
      for (const text of [what, owner, ...remedies.map(({ label }) => label)]) assert.notEqual(text.trim(), '')
      assert.ok(remedies.length > 0)
      assert.doesNotMatch(what, /undefined|NaN|null|\[object/, problem.code)
      assert.ok(!what.includes(problem.code), what)
      assert.doesNotMatch(what, /percent-|mg-per-m3|guardian-|gas-test|place\.|[a-z]+-[a-z]+-[a-z]+/, problem.code)
      if (messages.language === 'zh-CN') assert.doesNotMatch(what, /校验失败|操作失败/)
    }
})

test('whoever and whatever a refusal is about stands in its sentence, in both languages', () => {
  for (const messages of languages)
    for (const problem of problems) {
      const what = said(problem, messages)
      for (const [param, value] of Object.entries(problem.params)) {
        if (unsaid.has(param)) continue
        if (typeof value === 'string' && /^[a-z]\d$/.test(value)) assert.ok(what.includes(`[${value}]`), what)
        if (typeof value === 'string' && value in spoken) assert.match(what, spoken[value as keyof typeof spoken])
        if (typeof value === 'number' && Number.isInteger(value) && value < 1_000) assert.match(what, numeral(value))
      }
    }
})
const numeral = (value: number): RegExp => new RegExp(`(?<!\\d)${value}(?!\\d)`)

test('numbers stand with their unit and limit, as one says it on site', () => {
  const zh = (code: RefusalCode, params: object = {}): string =>
    said({ code, params: { ...examples[code], ...params } } as Problem, messagesZhCn)
  assert.equal(zh('credential-expired'), '[p1]的[c1] 11 月 20 日到期，本作业到 11 月 26 日')
  assert.equal(zh('gas-out-of-limits'), '上部的[g1] 19.2 %（应为 19.5–21）')
  assert.equal(zh('gas-out-of-limits', { min: null, max: 0.5, value: 0.1 + 0.2 }), '上部的[g1] 0.3 %（不得超过 0.5）')
  assert.equal(zh('gas-sample-stale', { ageMinutes: 30.02 }), '上部的[g1]是 31 分钟前测的，应在 30 分钟以内')
  assert.equal(zh('gas-sample-stale', { ageMinutes: 200 }), '上部的[g1]是 3 小时 20 分钟前测的，应在 30 分钟以内')
})

test('times are the plant’s: the day is said when it is not today, the year when it is not this one', () => {
  const left = (since: typeof noon, timeZone: string): string =>
    sayRefusal(refuse({ code: 'guardian-outside', params: { person: id('p1'), since } }), messagesZhCn, {
      ...reading,
      timeZone,
    }).what
  assert.match(left(noon, 'Asia/Shanghai'), /\[p1\] 12:00 离开/)
  assert.match(left(noon, 'Europe/Berlin'), /\[p1\] 05:00 离开/)
  assert.match(left(addHours(noon, -13), 'Asia/Shanghai'), /11 月 23 日 23:00/)
  assert.match(left(addHours(noon, -24 * 400), 'Asia/Shanghai'), /2025 年 10 月 20 日 12:00/)
})

test('why it is asked names the standard, or the company, or needs no reason', () => {
  const why = (grounds: Pick<Refusal, 'clause' | 'source'>): string | null =>
    sayRefusal({ code: 'ventilation-missing', params: {}, ...grounds }, messagesEn, reading).why
  assert.equal(why({ clause: '5.3.1 c', source: 'standard' }), 'By GB 30871-2022 5.3.1 c')
  assert.equal(why({ clause: 'B.1', source: 'standard' }), 'By GB 30871-2022 B.1')
  assert.equal(why({ clause: 'GBZ 2.1-2019', source: 'standard' }), 'By GBZ 2.1-2019')
  assert.equal(why({ clause: null, source: 'enterprise' }), 'By the company’s own rules')
  assert.equal(why({ clause: null, source: 'product' }), null)
})

test('an English sentence begins with a capital letter, whatever name it begins with', () => {
  const { what } = sayRefusal(refuse({ code: 'gas-unit-unfit', params: { gas: id('co'), unit: 'ppm' } }), messagesEn, {
    ...reading,
    names: { ...reading.names, gas: () => 'carbon monoxide' },
  })
  assert.equal(what, 'Carbon monoxide cannot be given in ppm')
})
