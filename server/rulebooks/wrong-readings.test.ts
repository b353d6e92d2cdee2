import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { commandRequest } from '#contract/commands.ts'
import { alarmCodes } from '#core/alarms/alarm.ts'
import { id } from '#core/ids.ts'
import { decide } from '#core/job/decide.ts'
import {
  analyst,
  facts,
  guardian,
  jobAfter,
  leader,
  noon,
  rulebook as example,
  submit,
  untilActive,
  untilApproved,
} from '#core/job/examples.ts'
import { addHours } from '#core/time/epoch.ts'
import { holdsValidCredential } from '#core/rules/people/holds-valid-credential.ts'
import { codesOf, context } from '#core/rules/examples.ts'
import { hj212Checksum } from '../integrations/hj212/checksum.ts'
import { readShipped } from './shipped-rulebooks.ts'
import { workADay } from './testing/day-of-work.ts'
import { changeEach } from '#core/people/by-category.ts'

/** Mistakes seen again and again in systems of this kind; each test fails as soon as the wrong value comes back. */
const { today } = await readShipped()
const chemical = today.get('chemical') ?? assert.fail()
const operation = (name: string) => chemical.operations[name] ?? assert.fail(name)
const gasLimits = (name: string) => {
  const point = operation(name).holdPoints.find(({ kind }) => kind === 'gas-test')
  assert.ok(point?.applies && point.kind === 'gas-test')
  return point.requires.find(({ rule }) => rule === 'gas-within-limits@1')?.parameters ?? assert.fail(name)
}

test('1: combustibles are limited in percent of volume, not of the lower explosion limit (5.3.2)', () => {
  for (const name of ['hot-work', 'confined-space', 'temporary-power']) {
    const { combustiblePercentMax, combustibleLowLelPercentMax, lelPercentDividing } = gasLimits(name)
    assert.deepEqual([combustiblePercentMax, combustibleLowLelPercentMax, lelPercentDividing], [0.5, 0.2, 4], name)
  }
  // Ten percent of methane's limit are 0.5 % of volume and pass; a limit of 0.5 %LEL would refuse them.
  const { asked } = workADay(chemical, { operation: 'confined-space' })
  const [tested] = asked.filter(({ command }) => command.type === 'RecordGasTest')
  assert.ok(tested?.decision.accepted)
  assert.ok(tested.decision.events.every((event) => event.type !== 'GasTested' || event.isWithinLimits))
})

test('2: special stands above first above second; lifting’s first and height’s IV are the highest', () => {
  const order = (name: string) => operation(name).levels.map((level) => level.id)
  assert.deepEqual(
    [order('hot-work'), order('lifting'), order('work-at-height')],
    [
      ['second', 'first', 'special'],
      ['third', 'second', 'first'],
      ['i', 'ii', 'iii', 'iv'],
    ],
  )
})

test('3: hot work of the second level lasts 72 hours, a confined space 24 (5.1.5, 6.10)', () => {
  const hours = (name: string) => operation(name).levels.map(({ validHoursMax }) => validHoursMax.value)
  assert.deepEqual([hours('hot-work'), hours('confined-space')], [[72, 8, 8], [24]])
})

test('4: oxygen lies between 19.5 and 21 %, 23.5 % only where it is enriched (6.4)', () => {
  const { oxygenPercentMin, oxygenPercentMax, oxygenPercentEnrichedMax } = gasLimits('confined-space')
  assert.deepEqual([oxygenPercentMin, oxygenPercentMax, oxygenPercentEnrichedMax], [19.5, 21, 23.5])
})

describe('5: an issued permit is never extended (4.16)', () => {
  test('no command but an application says when work ends', () => {
    const withWindow = commandRequest.options
      .filter((option) => JSON.stringify(Object.keys(option.shape)).includes('window'))
      .map((option) => option.shape.type.value)
    assert.deepEqual(withWindow, [])
    const applications = commandRequest.options.filter((option) => 'application' in option.shape)
    assert.deepEqual(
      applications.map((option) => option.shape.type.value),
      ['SubmitJob'],
    )
  })

  test('an approved or running job cannot be applied for again with a later end', () => {
    assert.ok(submit.type === 'SubmitJob')
    const { application } = submit
    const later = {
      ...submit,
      application: { ...application, window: { ...application.window, to: addHours(noon, 9) } },
    }
    for (const done of [untilApproved, untilActive]) {
      const decision = decide(later, jobAfter(done), example, facts())
      assert.deepEqual(decision.accepted ? [] : decision.refusals.map(({ code }) => code), ['job-in-wrong-state'])
    }
  })
})

test('6: chapter 7 is blinding and chapter 8 work at height', () => {
  const clausesOf = (name: string) => operation(name).measures.flatMap(({ clause }) => clause ?? [])
  assert.ok(clausesOf('blinding').some((clause) => clause.startsWith('7.')))
  assert.ok(clausesOf('work-at-height').every((clause) => !clause.startsWith('7.')))
})

test('7: alarms carry the codes of AQ 3064.2 table A.4, and ours where it asks for an alarm without a code or has none', () => {
  const standard = ['01', '02', '03', '04', '05', '10', '20', '30', '31', '40', '41', '42', '43', '50', '51', '52']
  const others = ['60', '61', '62', '70', '80', '90']
  assert.deepEqual(alarmCodes.toSorted(), [...standard, ...others, '06', '11', '12', '13'].toSorted())
})

test('8: the checksum of HJ 212 is not that of Modbus', () => {
  const sample = 'QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&'
  assert.equal(hj212Checksum(sample), '1C80')
  assert.notEqual(hj212Checksum(sample), '0759', 'what a Modbus library would compute')
})

test('9: a review every three years is no law: only a date on the certificate itself makes it overdue', () => {
  assert.deepEqual(Object.keys(holdsValidCredential.parameters).toSorted(), ['category', 'officialCheckAgeDaysMax'])
  const known = facts()
  const welder = known.people['welder'] ?? assert.fail()
  const held = (change: object) => ({
    ...known,
    people: {
      ...known.people,
      welder: { ...welder, credentials: changeEach(welder.credentials, (one) => ({ ...one, ...change })) },
    },
  })
  const codes = (change: object) =>
    codesOf(
      holdsValidCredential,
      { category: 'certificate', officialCheckAgeDaysMax: 30 },
      context({ facts: held(change) }),
    )
  assert.deepEqual(codes({ validFrom: '2021-12-01' }), [], 'nearly five years old, with no review on it')
  assert.deepEqual(codes({ validFrom: '2021-12-01', reviewDue: '2026-11-01' }), ['credential-review-overdue'])
})

test('10: lifting stops at wind force 6, not 7; fire and height at 5 (9.2.4, 5.2.15, 8.2.6)', () => {
  const force = (name: string) =>
    operation(name).atStart.find(({ rule }) => rule.startsWith('wind-allows@'))?.parameters['windForceForbidden']
  assert.deepEqual([force('lifting'), force('hot-work'), force('work-at-height')], [6, 5, 5])
})

test('11: the guardian of a confined space stays outside (6.8)', () => {
  const enter = (person: typeof guardian) =>
    decide(
      { type: 'RecordPassage', by: leader, occurredAt: noon, passage: { what: { person }, direction: 'in' } },
      jobAfter(untilActive),
      example,
      facts(),
    )
  for (const person of [guardian, analyst]) {
    const decision = enter(person)
    assert.deepEqual(decision.accepted ? [] : decision.refusals.map(({ code, clause }) => [code, clause]), [
      ['not-this-role', '6.8'],
    ])
  }
  assert.ok(enter(id('welder')).accepted)
})

test('12: no standard says how near an approver must be; only that it is at the work site (4.11)', () => {
  for (const { approvals } of Object.values(chemical.operations))
    for (const { onSite, clause } of approvals)
      // Who signs by the enterprise's own habit alone may sit elsewhere: the standard asks its own approvers to the site.
      if (clause !== undefined) assert.deepEqual([onSite.required, onSite.clause], [true, '4.11'])
      else assert.equal(onSite.source, 'enterprise')
})
