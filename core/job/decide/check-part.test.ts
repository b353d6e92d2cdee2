import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type PersonId } from '../../ids.ts'
import type { GuardedCommand } from '../commands.ts'
import { decide } from '../decide.ts'
import {
  analyst,
  facts,
  gasTest,
  guardian,
  jobAfter,
  leader,
  noon,
  person,
  picture,
  preparing,
  rulebook as example,
  signature,
  submit,
  untilActive,
  untilApproved,
  ventilate,
  welder,
  without,
} from '../examples.ts'
import type { Facts, PersonFacts } from '../facts.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { wayOut } from '../remedies.ts'

/** Works in the plant, in another unit, and has no part in the job. */
const stranger = id<PersonId>('stranger')
const relief = id<PersonId>('relief')
const elsewhere = (name: PersonId, change: Partial<PersonFacts> = {}): PersonFacts => ({
  ...person(name),
  unit: 'workshop-2',
  ...change,
})
const world = (change: Partial<Facts> = {}): Facts => {
  const base = facts(change)
  return { ...base, people: { ...base.people, [stranger]: elsewhere(stranger), [relief]: elsewhere(relief) } }
}
/** Whoever asks took the pictures: what is looked at here is who that is. */
const ofTaker = (by: PersonId, facts: Facts): Facts => ({
  ...facts,
  evidence: Object.fromEntries(Object.entries(facts.evidence).map(([name, one]) => [name, { ...one, person: by }])),
})
const refusals = (before: readonly GuardedCommand[], command: GuardedCommand, facts: Facts, rulebook = example) => {
  const decision = decide(command, jobAfter(before), rulebook, ofTaker(command.by, facts))
  return decision.accepted ? [] : decision.refusals
}
const codes = (...asked: Parameters<typeof refusals>) => refusals(...asked).map(({ code }) => code)
const at = (by: PersonId) => ({ by, occurredAt: noon })

const finish: GuardedCommand = { type: 'FinishWork', ...at(leader) }
const finished = [...untilActive, finish]
const tested = [...untilApproved, gasTest(noon)]
const briefed = preparing.find((one) => one.type === 'SignBriefing')
const measure = preparing.find((one) => one.type === 'ConfirmMeasure')
const paper = preparing.find((one) => one.type === 'RecordPreparation')
assert.ok(briefed && measure && paper)

/** What is done at the site, after which steps, and by whose part. */
const steps: readonly {
  readonly after: readonly GuardedCommand[]
  readonly command: GuardedCommand
  readonly mayDo: readonly PersonId[]
}[] = [
  { after: tested, command: ventilate, mayDo: [guardian, leader, welder] },
  {
    after: untilActive,
    command: { type: 'RecordPassage', ...at(guardian), passage: { what: { person: welder }, direction: 'in' } },
    mayDo: [guardian, leader],
  },
  { after: untilActive, command: finish, mayDo: [guardian, leader] },
  {
    after: finished,
    command: { type: 'RecordFireWatch', ...at(guardian), isCalm: true },
    mayDo: [guardian, leader, welder],
  },
  {
    after: finished,
    command: { type: 'RecordResidue', ...at(guardian), pictures: [picture('close-out').id] },
    mayDo: [guardian, leader],
  },
]

describe('a record of the work', () => {
  for (const { after, command, mayDo } of steps)
    test(`of ${command.type} is made by those whose part it is`, () => {
      for (const by of [leader, guardian, welder, analyst, stranger])
        assert.deepEqual(codes(after, { ...command, by }, world()), mayDo.includes(by) ? [] : ['not-this-role'], by)
    })

  test('names who is refused and whose part it would be', () => {
    const [refusal] = refusals(tested, { ...ventilate, by: stranger }, world())
    assert.deepEqual(refusal, {
      code: 'not-this-role',
      params: { person: stranger, role: 'guardian' },
      clause: null,
      source: 'product',
    })
    assert.deepEqual(wayOut['not-this-role'], { owner: 'leader', remedies: ['swap-person'] })
  })

  test('is made by nobody whom the plant does not know or who has left', () => {
    const unknown = without(guardian, () => undefined, world())
    const left = without(guardian, (known) => ({ ...known, employment: 'left' }), world())
    for (const { after, command } of steps.filter((one) => one.command.type !== 'FinishWork')) {
      const own = { ...command, by: guardian } as GuardedCommand
      assert.ok(codes(after, own, unknown).includes('person-unknown'), command.type)
      assert.ok(codes(after, own, left).includes('person-not-employed'), command.type)
    }
  })

  test('of going out, of embers and of the end is never held up by what personnel does not know', () => {
    const unknown = without(guardian, () => undefined, world())
    const out = {
      type: 'RecordPassage',
      ...at(stranger),
      passage: { what: { person: welder }, direction: 'out' },
    } as const
    assert.deepEqual(codes(untilActive, out, world()), [])
    assert.deepEqual(codes(finished, { type: 'RecordFireWatch', ...at(stranger), isCalm: false }, world()), [])
    assert.deepEqual(codes(untilActive, { ...finish, by: guardian }, unknown), [])
  })
})

describe('the papers of the work', () => {
  for (const command of [measure, paper, briefed])
    test(`take ${command.type} from those who do it, the unit of the place and whoever signs its permits`, () => {
      const by = { ...command, by: stranger } as GuardedCommand
      const of = (change: Partial<PersonFacts>, facts: Facts = world()): Facts => ({
        ...facts,
        people: { ...facts.people, [stranger]: elsewhere(stranger, change) },
      })
      assert.deepEqual(codes([submit], by, of({})), ['not-this-role'])
      assert.deepEqual(codes([submit], by, of({ unit: 'workshop-1' })), [])
      assert.deepEqual(codes([submit], by, of({ authorities: ['director'] })), [])
      assert.deepEqual(codes([submit], by, of({ authorities: ['another-office'] })), ['not-this-role'])
      assert.ok(codes([submit], by, of({ unit: 'workshop-1', employment: 'frozen' })).includes('person-not-employed'))
      // Of a place that nobody can look up nobody is known to be.
      const { place: _, ...nowhere } = world()
      assert.deepEqual(codes([submit], by, of({ unit: 'workshop-1' }, nowhere)), ['not-this-role'])
      assert.deepEqual(codes([submit], { ...command, by: id('nobody') }, world()), ['person-unknown', 'not-this-role'])
    })

  test('are heard at the briefing only by those who take part', () => {
    const told = [submit, briefed]
    const hear = (by: PersonId): GuardedCommand => ({ type: 'SignBriefing', ...at(by), as: 'briefed', signature })
    for (const by of [welder, guardian, analyst]) assert.deepEqual(codes(told, hear(by), world()), [], by)
    assert.deepEqual(codes(told, hear(stranger), world()), ['not-this-role'])
  })
})

describe('the analyst of a gas test', () => {
  const fire = example.operations['fire']
  const space = example.operations['space']
  assert.ok(fire && space)
  const annual = { rule: 'is-trained@1', parameters: { category: 'annual' }, clause: '4.9' } as const
  const asking: Rulebook = {
    ...example,
    operations: { fire, space: { ...space, gasAnalyst: { requires: [annual] } } },
  }
  const testedBy = (name: PersonId, by = name): GuardedCommand => {
    const command = gasTest(noon)
    assert.ok(command.type === 'RecordGasTest')
    return { ...command, by, test: { ...command.test, analyst: name } }
  }

  test('is the one of the application', () => {
    assert.deepEqual(codes(untilApproved, testedBy(analyst), world()), [])
    assert.deepEqual(codes(untilApproved, testedBy(analyst, guardian), world()), [])
    assert.deepEqual(codes(untilApproved, testedBy(stranger), world()), ['not-this-role'])
    assert.deepEqual(codes(untilApproved, testedBy(id('nobody')), world()), ['person-unknown'])
  })

  test('may be another one who meets what the rulebook asks of an analyst, so that nobody waits for a name', () => {
    assert.deepEqual(codes(untilApproved, testedBy(relief), world(), asking), [])
    const untrained = without(relief, (known) => ({ ...known, credentials: {} }), world())
    assert.deepEqual(codes(untilApproved, testedBy(relief), untrained, asking), ['not-this-role', 'training-missing'])
    const gone = without(relief, (known) => ({ ...known, employment: 'left' }), world())
    assert.deepEqual(codes(untilApproved, testedBy(relief), gone, asking), ['person-not-employed'])
  })

  test('is handed in by nobody who has nothing to do with the work', () => {
    assert.deepEqual(codes(untilApproved, testedBy(analyst, stranger), world()), ['not-this-role'])
  })

  test('is somebody of the job where the application names none', () => {
    const { gasAnalyst: _, ...unnamed } = (submit as Extract<GuardedCommand, { type: 'SubmitJob' }>).application
    const applied = [{ ...submit, application: unnamed } as GuardedCommand, ...untilApproved.slice(1)]
    assert.deepEqual(codes(applied, testedBy(welder), world()), [])
    assert.deepEqual(codes(applied, testedBy(stranger), world()), ['not-this-role'])
  })
})
