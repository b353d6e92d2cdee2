import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type PersonId } from '../ids.ts'
import { addMinutes } from '../time/epoch.ts'
import type { PeopleChange } from './changes.ts'
import type { GuardedCommand } from './commands.ts'
import { decide } from './decide.ts'
import {
  application,
  director,
  facts,
  guardian,
  historyOf,
  jobAfter,
  jobId,
  leader,
  noon,
  rulebook,
  resume,
  signature,
  start,
  submit,
  preparing,
  unitHead,
  untilActive,
  untilApproved,
  welder,
  without,
} from './examples.ts'
import { replay } from './evolve.ts'
import type { Facts } from './facts.ts'
import { obligations, obligationState } from './obligations.ts'

const second = id<PersonId>('second')
const relief = id<PersonId>('relief')
const deputy = id<PersonId>('deputy')
const { people } = facts()
const world = facts({
  people: { ...people, [second]: people[welder]!, [relief]: people[guardian]!, [deputy]: people[leader]! },
})

const change = (asked: PeopleChange, by = leader, minutes = 0): GuardedCommand => ({
  type: 'ChangePeople',
  by,
  occurredAt: addMinutes(noon, minutes),
  change: asked,
  reason: 'ill',
})
const agree = (by: PersonId, isAgreed = true): GuardedCommand => ({
  type: 'AnswerPeopleChange',
  by,
  occurredAt: noon,
  change: '1',
  isAgreed,
  note: '',
})
const sign = (by: PersonId, as: 'briefer' | 'briefed', minutes = 2): GuardedCommand => ({
  type: 'SignBriefing',
  by,
  as,
  signature,
  occurredAt: addMinutes(noon, minutes),
})
const goesIn = (person: PersonId): GuardedCommand => ({
  type: 'RecordPassage',
  by: guardian,
  occurredAt: noon,
  passage: { what: { person }, direction: 'in' },
})
const stop: GuardedCommand = { type: 'CancelJob', by: leader, occurredAt: noon, reason: 'x' }

const replaceWelder: PeopleChange = { kind: 'replace', role: 'crew', leaves: welder, joins: second }
const replaceLeader: PeopleChange = { kind: 'replace', role: 'leader', leaves: leader, joins: deputy }
const replaceGuardian: PeopleChange = { kind: 'replace', role: 'guardian', leaves: guardian, joins: relief }

const later = (minutes: number): Facts => ({
  ...world,
  now: addMinutes(noon, minutes),
  heard: { [guardian]: addMinutes(noon, minutes) },
})
const decided = (before: readonly GuardedCommand[], command: GuardedCommand, known: Facts = later(3)) =>
  decide(command, jobAfter(before, later(3)), rulebook, known)
const codes = (before: readonly GuardedCommand[], command: GuardedCommand, known: Facts = later(3)) => {
  const decision = decided(before, command, known)
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}
const types = (before: readonly GuardedCommand[], command: GuardedCommand) => {
  const decision = decided(before, command)
  assert.ok(decision.accepted, JSON.stringify(decision))
  return decision.events.map(({ type }) => type)
}
const recordAfter = (commands: readonly GuardedCommand[]) => {
  const job = replay(historyOf(commands, later(3)), jobId)
  assert.ok('record' in job)
  return job
}

describe('a worker who is replaced', () => {
  test('hands the duties to the newcomer, and both are on record', () => {
    const { record, status } = recordAfter([...untilActive, change(replaceWelder)])
    assert.equal(status, 'active')
    assert.deepEqual(record.application.crew, [{ person: second, duties: application.crew[0]?.duties }])
    assert.deepEqual(
      record.changes.people.map(({ change: made, answer }) => [made, answer?.isAgreed]),
      [[replaceWelder, true]],
    )
  })

  test('must be somebody whom every check of an admission lets in, and all that is wrong is said at once', () => {
    const unfit = without(
      second,
      (known) => ({ ...known, credentials: {}, medical: { ...known.medical!, verdict: 'unfit' } }),
      later(3),
    )
    const said = new Set(codes(untilApproved, change(replaceWelder), unfit))
    for (const code of ['credential-missing', 'training-missing', 'medical-unfit'] as const)
      assert.ok(said.has(code), code)
  })

  test('must be known, free of guarding this work and of having approved it', () => {
    assert.ok(
      codes(
        untilApproved,
        change(replaceWelder),
        without(second, () => undefined, later(3)),
      ).includes('person-unknown'),
    )
    const guards: PeopleChange = { ...replaceWelder, joins: guardian }
    assert.ok(codes(untilApproved, change(guards)).includes('guardian-is-worker'))
    const approver: PeopleChange = { ...replaceWelder, joins: unitHead }
    assert.ok(codes(untilApproved, change(approver)).includes('own-work'))
  })

  test('is refused a place when it cannot be told what they are engaged in', () => {
    const { engagements: _unknown, ...rest } = later(3)
    assert.ok(
      codes(untilApproved, change({ kind: 'join', role: 'guardian', person: relief }), rest).includes(
        'engagements-unknown',
      ),
    )
  })

  test('is not held up by what is wrong with somebody else', () => {
    const leaderLeft = without(leader, (known) => ({ ...known, employment: 'left' }), later(3))
    assert.deepEqual(codes(untilApproved, change(replaceWelder), leaderLeft), [])
  })

  test('cannot be taken off the list while inside', () => {
    assert.deepEqual(codes([...untilActive, goesIn(welder)], change(replaceWelder)), ['people-still-inside'])
  })

  test('is asked for by the leader or the applicant alone, and nobody joins twice', () => {
    assert.deepEqual(codes(untilActive, change(replaceWelder, guardian)), ['not-this-role'])
    assert.ok(
      codes(untilActive, change({ kind: 'join', role: 'crew', person: welder, duties: [] })).includes(
        'takes-part-already',
      ),
    )
    assert.ok(codes(untilActive, change({ ...replaceWelder, leaves: relief })).includes('not-this-role'))
  })

  test('must leave a crew behind', () => {
    assert.deepEqual(codes(untilActive, change({ kind: 'leave', role: 'crew', person: welder })), ['people-too-few'])
  })
})

describe('whoever joins late', () => {
  const joined = [...untilActive, change(replaceWelder, leader, 1)]

  test('does not go in and lets no work begin before the briefing', () => {
    assert.deepEqual(codes(joined, goesIn(second)), ['briefing-unsigned'])
    const beforeStart = untilActive.slice(0, -1)
    assert.deepEqual(codes(beforeStart, start), [])
    assert.deepEqual(codes([...beforeStart, change(replaceWelder)], start), ['briefing-unsigned'])
    const pause: GuardedCommand = { type: 'EndGuardianDuty', by: guardian, occurredAt: noon, guardian }
    assert.ok(codes([...joined, pause], resume).includes('briefing-unsigned'))
  })

  test('is briefed anew: the briefer signs after they joined, then they do', () => {
    assert.deepEqual(codes(joined, sign(second, 'briefed')), ['briefer-missing'])
    const briefed = [...joined, sign(leader, 'briefer'), sign(second, 'briefed')]
    assert.deepEqual(codes(briefed, goesIn(second)), [])
    assert.ok(recordAfter(briefed).record.briefing?.signedAt[guardian] !== undefined, 'the others stay briefed')
  })

  test('owes the signature from then on, although the work has begun', () => {
    const duty = obligations(recordAfter(joined), rulebook).find(({ key }) => key === `sign-briefing.${second}`)
    assert.ok(duty)
    assert.equal(obligationState(duty, addMinutes(noon, 1)), 'due')
    assert.equal(obligationState(duty, addMinutes(noon, 17)), 'late')
  })
})

describe('a change that needs somebody’s word', () => {
  test('changes nothing until it is given, and is owed in time', () => {
    const asked = [...untilActive, change(replaceGuardian)]
    assert.deepEqual(types(untilActive, change(replaceGuardian)), ['PeopleChangeAsked'])
    assert.deepEqual(recordAfter(asked).record.application.guardians, [guardian])
    const duty = obligations(recordAfter(asked), rulebook).find(({ kind }) => kind === 'agree')
    assert.deepEqual(duty && [duty.assignee, duty.dueAt], [
      { authority: 'unit-head', of: 'place-unit' },
      addMinutes(noon, 30),
    ])
  })

  test('is given by whoever the rulebook names and by nobody who takes part', () => {
    const asked = [...untilActive, change(replaceGuardian)]
    assert.deepEqual(codes(asked, agree(director)), ['may-not-agree'])
    assert.deepEqual(codes(asked, agree(leader)), ['own-work', 'may-not-agree'])
    assert.deepEqual(codes(asked, agree(unitHead)), [])
    assert.deepEqual(codes([...asked, agree(unitHead, false)], agree(unitHead)), ['nothing-asked'])
  })

  test('checks the newcomer again at the moment of the word', () => {
    const asked = [...untilActive, change(replaceGuardian)]
    const gone = without(relief, (known) => ({ ...known, employment: 'left' }), later(3))
    assert.deepEqual(codes(asked, agree(unitHead), gone), ['person-not-employed'])
  })

  test('needs no second word from whoever may give it', () => {
    assert.deepEqual(types(untilApproved, change(replaceGuardian, unitHead)), ['PeopleChanged'])
  })

  test('needs none before the approval, but takes the signatures given so far along', () => {
    const [fire] = untilApproved.filter(({ type }) => type === 'ApproveStep')
    const { record } = recordAfter([submit, ...preparing, fire!, change(replaceWelder)])
    assert.deepEqual(record.approvals, [])
  })

  test('is refused where the rulebook says nothing of it', () => {
    const { changes: _unsaid, ...silent } = rulebook
    const decision = decide(change(replaceWelder), jobAfter(untilActive), silent, later(3))
    assert.deepEqual(decision.accepted ? [] : decision.refusals.map(({ code }) => code), ['change-not-foreseen'])
  })
})

describe('a hand-over during work', () => {
  test('of the lead suspends it until the new leader has been briefed and resumes', () => {
    const handed = [...untilActive, change(replaceLeader), agree(director)]
    assert.equal(recordAfter(handed).status, 'suspended')
    assert.deepEqual(codes(handed, { ...resume, by: deputy }), ['briefing-unsigned'])
    const briefed = [...handed, sign(leader, 'briefer'), sign(deputy, 'briefed')]
    assert.deepEqual(codes(briefed, resume), ['not-this-role'])
    assert.deepEqual(codes(briefed, { ...resume, by: deputy }), [])
  })

  test('of the guarding suspends it when nobody else guards', () => {
    assert.deepEqual(types([...untilActive, change(replaceGuardian)], agree(unitHead)), [
      'PeopleChanged',
      'GuardianDutyEnded',
      'WorkStopped',
    ])
  })

  test('is no way around a request to end the job', () => {
    assert.ok(codes([...untilActive, stop], resume).includes('ending-undecided'))
  })
})
