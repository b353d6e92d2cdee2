import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type PersonId, type StepId } from '../ids.ts'
import type { Delegation } from '../people/delegation.ts'
import type { ApprovalStep, Rulebook } from '../rulebook/rulebook.ts'
import { addMinutes, type EpochMs } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import { decide } from './decide.ts'
import { dutiesOfPerson, type Owner } from './duties-of-person.ts'
import { replay } from './evolve.ts'
import type { JobEvent } from './events.ts'
import { facts, jobId, leader, noon, preparing, rulebook, signature, submit, unitHead, welder } from './examples.ts'
import type { Facts } from './facts.ts'
import type { JobRecord } from './job.ts'
import { obligations } from './obligations.ts'
import type { RefusalCode } from './refusal.ts'

const [water, power, chief, deputy] = (['water', 'power', 'chief', 'deputy'] as const).map((name) => id<PersonId>(name))
assert.ok(water && power && chief && deputy)

const step = (
  name: string,
  authority: string,
  more: Pick<ApprovalStep, 'group' | 'escalateTo'> = {},
): ApprovalStep => ({
  id: id<StepId>(name),
  name: { zh: name, en: name },
  levels: [id('low'), id('high')],
  by: { authority, of: authority === 'unit-head' ? 'place-unit' : 'plant' },
  withinMinutes: { value: 60, source: 'enterprise' },
  onSite: { required: false, fenceMetresMax: 30, clause: '4.11' },
  clause: 'B.1',
  ...more,
})

/** Unit first, then water and power in any order, then the chief; a late unit escalates to the chief. */
const chain: Rulebook = {
  ...rulebook,
  combinations: [],
  signing: {
    addedSigner: { authorities: ['chief', 'unit-head'], source: 'enterprise' },
    delegationDaysMax: { value: 30, source: 'enterprise' },
  },
  operations: Object.fromEntries(
    Object.entries(rulebook.operations).map(([name, operation]) => [
      name,
      {
        ...operation,
        approvals: [
          step('unit', 'unit-head', {
            escalateTo: { authority: 'chief', of: 'plant', maySign: true, source: 'enterprise' },
          }),
          step('water', 'water', {
            group: 'disciplines',
            escalateTo: { authority: 'chief', of: 'plant', maySign: false, source: 'enterprise' },
          }),
          step('power', 'power', { group: 'disciplines' }),
          step('chief', 'chief'),
        ],
      },
    ]),
  ),
}

const world = (now: EpochMs = noon, change: Partial<Facts> = {}): Facts => {
  const known = facts({ now })
  const head = known.people[unitHead]
  assert.ok(head)
  const holder = (person: PersonId, authorities: readonly string[], unit: string) => [
    person,
    { ...head, authorities, unit, revision: `person:${person}@1` },
  ]
  return {
    ...known,
    people: {
      ...known.people,
      ...Object.fromEntries([
        holder(water, ['water'], 'utilities'),
        holder(power, ['power'], 'utilities'),
        holder(chief, ['chief'], 'office'),
        // Head of another unit: holds the right, but not for this place.
        holder(deputy, ['unit-head'], 'workshop-2'),
      ]),
    },
    delegations: [],
    ...change,
  }
}

const fire = id<JobRecord['permits'][number]['id']>('permit-fire')
const approve = (by: PersonId, name: string, more: object = {}): GuardedCommand => ({
  type: 'ApproveStep',
  by,
  occurredAt: noon,
  permit: fire,
  step: id(name),
  signature,
  ...more,
})
const give = (history: readonly JobEvent[], command: GuardedCommand, known = world()) =>
  decide(command, replay(history, jobId), chain, known)
const eventsOf = (decision: ReturnType<typeof give>): readonly JobEvent[] => {
  assert.ok(decision.accepted)
  return decision.events
}
const after = (commands: readonly GuardedCommand[], known = world()): readonly JobEvent[] =>
  commands.reduce<readonly JobEvent[]>((history, command) => {
    const decision = give(history, command, known)
    assert.ok(decision.accepted, `${command.type}: ${JSON.stringify(decision)}`)
    return [...history, ...decision.events]
  }, [])
const codes = (before: readonly GuardedCommand[], command: GuardedCommand, known = world()): readonly RefusalCode[] => {
  const decision = give(after(before), command, known)
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}
const recordAfter = (commands: readonly GuardedCommand[]): JobRecord => {
  const job = replay(after(commands), jobId)
  assert.ok('record' in job)
  return job.record
}
const statusAfter = (commands: readonly GuardedCommand[]) => replay(after(commands), jobId).status
const signedIn = (commands: readonly GuardedCommand[]) => recordAfter(commands).approvals.map((one) => one.step)

const ready = [submit, ...preparing.filter((one) => !('operation' in one) || one.operation === id('fire'))]
const unitSigned = [...ready, approve(unitHead, 'unit')]
const disciplinesSigned = [...unitSigned, approve(power, 'power'), approve(water, 'water')]
const allSigned = [...disciplinesSigned, approve(chief, 'chief')]

describe('countersigning', () => {
  test('takes the steps of one group in any order, and all of them before the next', () => {
    assert.equal(statusAfter(allSigned), 'approved')
    assert.equal(statusAfter([...unitSigned, approve(water, 'water'), approve(power, 'power')]), 'submitted')
    assert.deepEqual(codes([...unitSigned, approve(power, 'power')], approve(chief, 'chief')), [
      'approval-not-its-turn',
    ])
  })
  test('does not begin before the step in front of it, and nobody signs a step twice', () => {
    assert.deepEqual(codes(ready, approve(water, 'water')), ['approval-not-its-turn'])
    assert.deepEqual(codes([...unitSigned, approve(water, 'water')], approve(water, 'water')), [
      'approval-done-already',
    ])
  })
})

describe('returning', () => {
  const back = (by: PersonId, more: object = {}): GuardedCommand => ({
    type: 'ReturnJob',
    by,
    occurredAt: noon,
    reason: 'no rescue plan',
    ...more,
  })
  const toStep = (name: string) => ({ toStep: { permit: fire, step: id<StepId>(name) } })

  test('to an earlier step lets fall what was signed from there on and keeps what was before', () => {
    assert.deepEqual(signedIn([...disciplinesSigned, back(chief, toStep('water'))]), ['unit', 'power'])
    assert.deepEqual(signedIn([...disciplinesSigned, back(chief, toStep('unit'))]), [])
  })
  test('shows whoever gets it back the reason, as a duty of now', () => {
    const job = replay(after([...disciplinesSigned, back(chief, toStep('water'))]), jobId)
    const open = obligations(job, chain).filter(({ met, kind }) => met === null && kind === 'approve')
    assert.deepEqual(
      open.map(({ step: of, note }) => [of, note]),
      [['water', 'no rescue plan']],
    )
  })
  test('to the applicant holds every signature back until it was answered', () => {
    const returned = [...disciplinesSigned, back(chief)]
    assert.deepEqual(signedIn(returned), [])
    assert.deepEqual(codes(returned, approve(unitHead, 'unit')), ['job-returned'])
    const duties = obligations(replay(after(returned), jobId), chain).filter(({ met }) => met === null)
    assert.ok(duties.some(({ kind, note }) => kind === 'answer-return' && note === 'no rescue plan'))
    assert.ok(!duties.some(({ kind }) => kind === 'approve'))
    const answer: GuardedCommand = { type: 'AnswerReturn', by: leader, occurredAt: noon, note: 'plan added' }
    assert.deepEqual(codes(returned, { ...answer, by: welder }), ['not-this-role'])
    assert.deepEqual(codes([...returned, answer], approve(unitHead, 'unit')), [])
    assert.deepEqual(codes([...returned, answer], answer), ['nothing-to-answer'])
  })
  test('comes before everything else that is no more pressing', () => {
    const early = { ...back(chief), occurredAt: addMinutes(noon, -90) } as GuardedCommand
    const history = [...after(disciplinesSigned), ...eventsOf(give(after(disciplinesSigned), early))]
    const owed = dutiesOfPerson(
      obligations(replay(history, jobId), chain).map((obligation) => ({
        obligation: { ...obligation, met: obligation.kind === 'answer-return' ? obligation.met : null },
        placeUnit: 'workshop-1',
        windowEnd: addMinutes(noon, 300),
        involved: [leader],
      })),
      { person: leader, unit: 'workshop-1', authorities: [], employment: 'active' },
      addMinutes(noon, -70),
    ).filter(({ state }) => state === 'open')
    assert.equal(owed[0]?.obligation.kind, 'answer-return')
  })
  test('needs a reason, a step that was signed, and somebody whose turn it is', () => {
    assert.deepEqual(codes(disciplinesSigned, back(chief, { reason: '  ' })), ['reason-missing'])
    assert.deepEqual(codes(disciplinesSigned, back(chief, toStep('chief'))), ['step-not-earlier'])
    assert.deepEqual(codes(disciplinesSigned, back(chief, toStep('nowhere'))), ['step-unknown'])
    assert.deepEqual(codes(disciplinesSigned, back(unitHead, toStep('unit'))), ['authority-missing'])
    assert.deepEqual(codes(allSigned, back(chief)), ['job-in-wrong-state'])
  })
  test('gives the step its whole time again, counted from the return', () => {
    const returned = after(disciplinesSigned)
    const at = addMinutes(noon, 90)
    const decision = give(returned, { ...back(chief, toStep('water')), occurredAt: at }, world(at))
    assert.ok(decision.accepted)
    const [duty] = obligations(replay([...returned, ...decision.events], jobId), chain).filter(
      ({ met, kind }) => met === null && kind === 'approve',
    )
    assert.equal(duty?.dueAt, addMinutes(at, 60))
  })
})

describe('taking back', () => {
  const takeBack = (by: PersonId, name: string): GuardedCommand => ({
    type: 'TakeBackApproval',
    by,
    occurredAt: noon,
    permit: fire,
    step: id(name),
    reason: 'wrong blind',
  })
  const withdraw: GuardedCommand = { type: 'WithdrawApplication', by: leader, occurredAt: noon, reason: 'other crew' }

  test('of the own signature is possible until the next step is signed', () => {
    assert.deepEqual(signedIn([...unitSigned, takeBack(unitHead, 'unit')]), [])
    assert.deepEqual(codes([...unitSigned, approve(power, 'power')], takeBack(unitHead, 'unit')), ['signed-after'])
    assert.deepEqual(signedIn([...disciplinesSigned, takeBack(power, 'power')]), ['unit', 'water'])
  })
  test('of the last signature makes an approved job wait again', () => {
    assert.equal(statusAfter([...allSigned, takeBack(chief, 'chief')]), 'submitted')
  })
  test('of another’s signature, or of one that was not given, is refused', () => {
    assert.deepEqual(codes(unitSigned, takeBack(chief, 'unit')), ['approval-of-another'])
    assert.deepEqual(codes(unitSigned, takeBack(chief, 'chief')), ['approval-missing'])
  })
  test('the applicant withdraws before work has begun, and nobody else does', () => {
    for (const before of [ready, unitSigned, allSigned]) {
      assert.equal(statusAfter([...before, withdraw]), 'submitted')
      assert.deepEqual(signedIn([...before, withdraw]), [])
    }
    assert.deepEqual(codes(allSigned, { ...withdraw, by: unitHead }), ['not-this-role'])
    assert.deepEqual(codes([...allSigned, withdraw], approve(unitHead, 'unit')), ['job-returned'])
  })
})

describe('one more signer', () => {
  const add = (by: PersonId, signer: PersonId, name = 'unit'): GuardedCommand => ({
    type: 'AddSigner',
    by,
    occurredAt: noon,
    permit: fire,
    step: id(name),
    signer,
    reason: 'stands near his tank',
  })
  const added = [...ready, add(unitHead, deputy)]

  test('signs in any order with the step itself, and the next step waits for both', () => {
    assert.deepEqual(codes([...added, approve(unitHead, 'unit')], approve(water, 'water')), ['approval-not-its-turn'])
    assert.deepEqual(codes([...added, approve(unitHead, 'unit'), approve(deputy, 'unit')], approve(water, 'water')), [])
    assert.deepEqual(codes([...added, approve(deputy, 'unit'), approve(unitHead, 'unit')], approve(water, 'water')), [])
  })
  test('owes it by name, and does not stand in the place of the step’s own', () => {
    const job = replay(after(added), jobId)
    const owed = obligations(job, chain).filter(({ kind, met }) => kind === 'approve' && met === null)
    assert.deepEqual(
      owed.map(({ assignee }) => assignee),
      [{ authority: 'unit-head', of: 'place-unit' }, { person: deputy }],
    )
    assert.equal(statusAfter([...added, approve(deputy, 'unit')]), 'submitted')
  })
  test('must hold an authority that the rulebook names, and have no part in the work', () => {
    assert.deepEqual(codes(ready, add(unitHead, water)), ['signer-lacks-authority'])
    assert.deepEqual(codes(ready, add(unitHead, id('nobody'))), ['signer-lacks-authority'])
    assert.deepEqual(codes(ready, add(unitHead, leader)), ['signer-lacks-authority', 'own-work'])
    assert.deepEqual(codes(added, add(unitHead, deputy)), ['signer-added-already'])
    const { signing: _signing, ...silent } = chain
    const decision = decide(add(unitHead, deputy), replay(after(ready), jobId), silent, world())
    assert.ok(!decision.accepted && decision.refusals[0]?.code === 'signer-lacks-authority')
  })
  test('is asked for only by whose turn it is', () => {
    assert.deepEqual(codes(ready, add(chief, deputy)), ['authority-missing'])
    assert.deepEqual(codes(ready, add(chief, deputy, 'chief')), ['approval-not-its-turn'])
  })
})

describe('standing in', () => {
  const delegation: Delegation = {
    id: 'd1',
    from: unitHead,
    to: deputy,
    authority: 'unit-head',
    window: { from: noon, to: addMinutes(noon, 600) },
    endedAt: null,
  }
  const known = (change: Partial<Delegation> = {}, now = noon) =>
    world(now, { delegations: [{ ...delegation, ...change }] })
  const forHead = approve(deputy, 'unit', { onBehalfOf: unitHead })

  test('signs with the right of the one who is away, and the history says for whom', () => {
    const decision = give(after(ready), forHead, known())
    assert.ok(decision.accepted)
    assert.ok(decision.events[0]?.type === 'StepApproved' && decision.events[0].onBehalfOf === unitHead)
  })
  test('without a delegation in force there is nothing to sign with', () => {
    assert.deepEqual(codes(ready, approve(deputy, 'unit')), ['authority-missing'])
    assert.deepEqual(codes(ready, forHead), ['delegation-missing'])
    assert.deepEqual(codes(ready, forHead, known({ endedAt: noon })), ['delegation-missing'])
    assert.deepEqual(codes(ready, forHead, known({}, addMinutes(noon, 600))), ['delegation-missing'])
    const { delegations: _delegations, ...unknown } = world()
    assert.deepEqual(codes(ready, forHead, unknown), ['delegations-unknown'])
  })
  test('gives nothing to somebody who does not hold the right', () => {
    const forWater = approve(water, 'unit', { onBehalfOf: unitHead })
    assert.deepEqual(codes(ready, forWater, known({ to: water })), ['delegate-lacks-authority'])
  })
  test('is no way to approve own work, neither of the one nor of the other', () => {
    for (const guardian of [unitHead, deputy]) {
      const history = after(ready).map((event) =>
        event.type === 'JobSubmitted'
          ? { ...event, application: { ...event.application, guardians: [guardian] } }
          : event,
      )
      const decision = give(history, forHead, known())
      assert.ok(!decision.accepted && decision.refusals.some(({ code }) => code === 'own-work'))
    }
  })
})

describe('a step that nobody signs in time', () => {
  const job = replay(after(ready), jobId)
  const owner: Owner = { person: chief, unit: 'office', authorities: ['chief'], employment: 'active' }
  const owed = (now: EpochMs, who: Owner = owner) =>
    dutiesOfPerson(
      obligations(job, chain).map((obligation) => ({
        obligation,
        placeUnit: 'workshop-1',
        windowEnd: addMinutes(noon, 300),
        involved: [leader],
      })),
      who,
      now,
    ).filter(({ obligation }) => obligation.kind === 'approve')

  test('is owed by the next authority as well, by the clock alone', () => {
    assert.deepEqual(owed(addMinutes(noon, 60)), [])
    assert.deepEqual(
      owed(addMinutes(noon, 61)).map(({ because, state }) => [because, state]),
      [[{ kind: 'escalated' }, 'late']],
    )
  })
  test('may then be signed by them, and not before', () => {
    const at = (now: EpochMs) => codes(ready, { ...approve(chief, 'unit'), occurredAt: now }, world(now))
    assert.deepEqual(at(addMinutes(noon, 60)), ['authority-missing'])
    assert.deepEqual(at(addMinutes(noon, 61)), [])
  })
  test('is only urged where somebody else’s knowledge is asked for', () => {
    const late = addMinutes(noon, 200)
    const decision = give(after(unitSigned), { ...approve(chief, 'water'), occurredAt: late }, world(late))
    assert.ok(!decision.accepted && decision.refusals.some(({ code }) => code === 'authority-missing'))
  })
  test('is shown to whoever stands in, with the name of the one who is away', () => {
    const standsInFor = [{ person: unitHead, unit: 'workshop-1', authority: 'unit-head' }]
    const stand: Owner = {
      person: deputy,
      unit: 'workshop-2',
      authorities: ['unit-head'],
      employment: 'active',
      standsInFor,
    }
    assert.deepEqual(
      owed(noon, stand).map(({ because }) => because),
      [{ kind: 'stands-in', for: unitHead }],
    )
    assert.deepEqual(owed(noon, { ...stand, authorities: [] }), [])
  })
})
