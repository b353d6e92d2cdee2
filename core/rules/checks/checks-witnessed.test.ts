import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../../ids.ts'
import type { GuardedCommand } from '../../job/commands.ts'
import { decide } from '../../job/decide.ts'
import { replay } from '../../job/evolve.ts'
import type { JobEvent } from '../../job/events.ts'
import {
  atVessel,
  facts,
  gasTest,
  guardian,
  jobId,
  leader,
  noon,
  rulebook as example,
  signIn,
  start,
  resume,
  untilApproved,
  ventilate,
  welder,
} from '../../job/examples.ts'
import type { Facts } from '../../job/facts.ts'
import { holdPointStates } from '../../job/hold-points-of.ts'
import { obligations } from '../../job/obligations.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { addMinutes, type EpochMs } from '../../time/epoch.ts'

const words = { zh: '接地线已挂', en: 'Earthing in place' }
const fire = example.operations['fire']
assert.ok(fire)

/** The example's rulebook, with two things to be seen before a fire: by the leader, and by the guardian. */
const rulebook: Rulebook = {
  ...example,
  operations: {
    ...example.operations,
    fire: {
      ...fire,
      holdPoints: [
        {
          kind: 'witnessed-check',
          applies: true,
          name: words,
          source: 'product',
          requires: [{ rule: 'checks-witnessed@1', parameters: { breakMinutesMax: 60 }, source: 'product' }],
          checks: [
            { id: 'earthed', name: words, by: 'leader', source: 'product' },
            { id: 'cordoned', name: words, by: 'guardian', source: 'product' },
          ],
        },
        ...fire.holdPoints,
      ],
    },
  },
}

const world = (now: EpochMs = noon): Facts => {
  const base = facts({ now })
  const picture = (step: string) => ({ ...Object.values(base.evidence)[0]!, id: id<never>(step), step })
  const seen = ['earthed', 'cordoned', 'unheard-of', 'again'].map((check) => [
    check,
    { ...picture('witnessed-check'), person: check === 'cordoned' ? guardian : leader },
  ])
  return { ...base, evidence: { ...base.evidence, ...Object.fromEntries(seen), elsewhere: picture('snapshot') } }
}
const see = (check: string, by = leader, change: object = {}): GuardedCommand => ({
  type: 'WitnessCheck',
  by,
  occurredAt: noon,
  operation: id('fire'),
  check,
  picture: id(check),
  position: atVessel,
  ...change,
})
const after = (commands: readonly GuardedCommand[]): readonly JobEvent[] =>
  commands.reduce<readonly JobEvent[]>((history, command) => {
    const decision = decide(command, replay(history, jobId), rulebook, world(command.occurredAt))
    assert.ok(decision.accepted, `${command.type}: ${JSON.stringify(decision)}`)
    return [...history, ...decision.events]
  }, [])
const codes = (commands: readonly GuardedCommand[], command: GuardedCommand, now = noon) => {
  const decision = decide(command, replay(after(commands), jobId), rulebook, world(now))
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}
const ready = [gasTest(noon), ventilate, signIn]
const bothSeen = [see('earthed'), see('cordoned', guardian)]

describe('what has to be seen before the work', () => {
  test('stands before the gas test on the job’s track, open until all of it was seen', () => {
    const states = (commands: readonly GuardedCommand[]) => {
      const job = replay(after(commands), jobId)
      assert.ok('record' in job)
      return holdPointStates(job.record, 'before', rulebook, world()).map(({ kind, state }) => `${kind} ${state}`)
    }
    assert.equal(states(untilApproved)[0], 'witnessed-check open')
    assert.equal(states([...untilApproved, see('earthed')])[0], 'witnessed-check open')
    assert.equal(states([...untilApproved, ...bothSeen])[0], 'witnessed-check met')
    const silent = replay(after(untilApproved), jobId)
    assert.ok('record' in silent)
    assert.ok(
      holdPointStates(silent.record, 'before', example, world()).every(({ kind }) => kind !== 'witnessed-check'),
    )
  })

  test('keeps the work from starting, each missing check by itself', () => {
    const decision = decide(
      start,
      replay(after([...untilApproved, ...bothSeen.slice(0, 1), ...ready.slice(0, 1)]), jobId),
      rulebook,
      world(),
    )
    assert.ok(!decision.accepted)
    assert.deepEqual(
      decision.refusals.filter(({ code }) => code === 'check-unwitnessed').map(({ params }) => params),
      [{ operation: 'fire', check: 'cordoned' }],
    )
    assert.deepEqual(codes([...untilApproved, ...bothSeen, ...ready], start), [])
  })

  test('counts from whoever it is given to, at the site, with a picture taken for it', () => {
    assert.deepEqual(codes(untilApproved, see('earthed', welder)), ['not-this-role', 'evidence-of-another-person'])
    assert.deepEqual(codes(untilApproved, see('cordoned', leader)), ['not-this-role', 'evidence-of-another-person'])
    assert.deepEqual(codes(untilApproved, see('unheard-of')), ['hold-point-not-applicable'])
    assert.deepEqual(codes(untilApproved, see('earthed', leader, { operation: id('space') })), [
      'hold-point-not-applicable',
    ])
    assert.deepEqual(codes(untilApproved, see('earthed', leader, { picture: id('elsewhere') })), [
      'evidence-of-another-step',
    ])
    assert.deepEqual(codes(untilApproved, see('earthed', leader, { picture: id('none') })), ['evidence-missing'])
    const away = { ...atVessel, latitude: atVessel.latitude + 1 }
    assert.deepEqual(codes(untilApproved, see('earthed', leader, { position: away })), ['position-outside'])
  })

  test('is seen again after a break longer than the rulebook allows, and not after one of exactly that', () => {
    const stopped = (): readonly JobEvent[] => [
      ...after([...untilApproved, ...bothSeen, ...ready, start]),
      { type: 'WorkStopped', by: leader, occurredAt: noon, reason: 'break', note: '' },
    ]
    const resumedAt = (minutes: number, history = stopped()) => {
      const now = addMinutes(noon, minutes)
      const decision = decide({ ...resume, occurredAt: now }, replay(history, jobId), rulebook, world(now))
      return decision.accepted
        ? []
        : decision.refusals.filter(({ code }) => code.startsWith('check-')).map(({ code }) => code)
    }
    assert.deepEqual(resumedAt(60), [])
    assert.deepEqual(resumedAt(61), ['check-before-break', 'check-before-break'])
    const again = decide(
      see('earthed', leader, { occurredAt: addMinutes(noon, 61), picture: id('again') }),
      replay(stopped(), jobId),
      rulebook,
      world(addMinutes(noon, 61)),
    )
    assert.ok(again.accepted)
    assert.deepEqual(resumedAt(61, [...stopped(), ...again.events]), ['check-before-break'])
  })

  test('is owed by whoever has to see it, and done when it was seen', () => {
    const duties = (commands: readonly GuardedCommand[]) =>
      obligations(replay(after(commands), jobId), rulebook).filter(({ kind }) => kind === 'witness-check')
    assert.deepEqual(
      duties([...untilApproved, see('earthed')]).map(({ assignee, met }) => [assignee, met?.by ?? null]),
      [
        [{ person: leader }, leader],
        [{ person: guardian }, null],
      ],
    )
  })
})
