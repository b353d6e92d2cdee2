import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type EvidenceId, type PersonId } from '../ids.ts'
import { addMinutes } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import {
  application,
  approving,
  atVessel,
  facts,
  gasTest,
  guardian,
  jobAfter,
  jobId,
  noon,
  preparing,
  rulebook,
  signIn,
  start,
  submit,
  ventilate,
} from './examples.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'

const relief = id<PersonId>('relief')
const { people, evidence } = facts()
const world = facts({
  people: { ...people, [relief]: people[guardian]! },
  evidence: { ...evidence, relieved: { ...evidence['guardian-sign-in-picture']!, id: id('relieved'), person: relief } },
  heard: { [guardian]: noon, [relief]: noon },
})
const applied: GuardedCommand =
  submit.type === 'SubmitJob' ? { ...submit, application: { ...application, guardians: [guardian, relief] } } : submit
const briefed: GuardedCommand = {
  ...(preparing.findLast(({ type }) => type === 'SignBriefing') as Extract<GuardedCommand, { type: 'SignBriefing' }>),
  by: relief,
}
const relieve: GuardedCommand = {
  type: 'SignInGuardian',
  by: relief,
  occurredAt: noon,
  signIn: {
    person: relief,
    method: { kind: 'picture-on-site', picture: id<EvidenceId>('relieved') },
    position: atVessel,
  },
}
const leave: GuardedCommand = { type: 'EndGuardianDuty', by: guardian, occurredAt: noon, guardian }
const guarded = [applied, ...preparing, briefed, ...approving, gasTest(noon), ventilate, signIn, start]

const after = (commands: readonly GuardedCommand[], command: GuardedCommand, facts_ = world) => {
  const job = jobAfter(commands, world)
  const decision = decide(command, job, rulebook, facts_)
  assert.ok(decision.accepted)
  return decision.events.reduce((state, event) => evolve(state, event, jobId), job)
}

const refusals = (command: GuardedCommand, facts_ = world) => {
  const decision = decide(command, jobAfter(guarded, world), rulebook, facts_)
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}

describe('handing over', () => {
  test('one of two named guardians is enough to begin, where the rulebook asks for one', () => {
    assert.equal(jobAfter(guarded, world).status, 'active')
  })

  test('the work goes on when the next guardian signed in before the former left', () => {
    assert.equal(after([...guarded, relieve], leave).status, 'active')
  })

  test('the work is suspended when the former leaves first', () => {
    assert.equal(after(guarded, leave).status, 'suspended')
  })

  test('a next guardian who is not heard of does not count', () => {
    const silent = { ...world, now: addMinutes(noon, 6), heard: { [guardian]: addMinutes(noon, 6) } }
    assert.equal(after([...guarded, relieve], leave, silent).status, 'suspended')
  })

  test('whoever leaves the fence suspends the work only when nobody else guards it', () => {
    const left: GuardedCommand = { type: 'RecordPresence', by: guardian, occurredAt: noon, guardian, state: 'outside' }
    assert.equal(after(guarded, left).status, 'suspended')
    assert.equal(after([...guarded, relieve], left).status, 'active')
  })

  test('a relief during work does not wait for a new gas test', () => {
    const later = addMinutes(noon, 90)
    assert.deepEqual(refusals({ ...relieve, occurredAt: later }, { ...world, now: later }), [])
  })

  test('nobody signs in somebody else', () => {
    assert.deepEqual(refusals({ ...relieve, by: guardian }), ['not-this-role', 'evidence-of-another-person'])
  })
})

describe('silence', () => {
  test('is not recorded of somebody who was heard in the meantime', () => {
    const silent: GuardedCommand = { type: 'RecordPresence', by: guardian, occurredAt: noon, guardian, state: 'silent' }
    const job = jobAfter(guarded, world)
    const heard = decide(silent, job, rulebook, world)
    assert.deepEqual(heard.accepted && heard.events, [])
    const unheard = decide(silent, job, rulebook, { ...world, now: addMinutes(noon, 6) })
    assert.deepEqual(unheard.accepted && unheard.events.map(({ type }) => type), ['GuardianPresenceChanged'])
  })
})
