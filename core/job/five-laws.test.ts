import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { id } from '../ids.ts'
import { opened, spokenTest } from '../contingency/examples.ts'
import { messagesEn } from '../messages/en.ts'
import { reading } from '../messages/examples.ts'
import { sayRefusal } from '../messages/say-refusal.ts'
import { messagesZhCn } from '../messages/zh-cn.ts'
import { addMinutes, type EpochMs } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import type { StepOfPermit } from './commands/approving.ts'
import { decide, stopWork } from './decide.ts'
import { evolve, replay } from './evolve.ts'
import type { JobEvent } from './events.ts'
import {
  analyst,
  director,
  atVessel,
  facts,
  gasTest,
  guardian,
  historyOf,
  jobAfter,
  jobId,
  leader,
  noon,
  resume,
  rulebook,
  signIn,
  start,
  submit,
  unitHead,
  untilActive,
  untilApproved,
  ventilate,
  welder,
} from './examples.ts'
import type { Facts } from './facts.ts'
import { noJob, type Job } from './job.ts'
import { obligations, obligationState } from './obligations.ts'
import { wayOut } from './remedies.ts'
import { changeEach } from '../people/by-category.ts'

const forgetting =
  <K extends string>(key: K) =>
  <T extends { readonly [name in K]?: unknown }>(known: T): Omit<T, K> => {
    const { [key]: forgotten, ...rest } = known
    return forgotten === undefined ? known : rest
  }

/** The ways in which a fact can be missing or wrong, each by itself. */
const damages: { readonly [name: string]: (facts: Facts) => Facts } = {
  'no calendar': forgetting('calendar'),
  'no matrix': forgetting('matrix'),
  'no place': forgetting('place'),
  'no neighbours': forgetting('neighbours'),
  'no engagements': forgetting('engagements'),
  'no labour': forgetting('labour'),
  'no evacuations': forgetting('evacuations'),
  'no instruments': (known) => ({ ...known, instruments: {} }),
  'no fans': (known) => ({ ...known, fans: {} }),
  'no evidence': (known) => ({ ...known, evidence: {} }),
  'nobody knows the welder': (known) => withPerson(known, welder, undefined),
  'nobody knows the guardian': (known) => withPerson(known, guardian, undefined),
  'nobody knows the leader': (known) => withPerson(known, leader, undefined),
  'no documents of the welder': (known) => changePerson(known, welder, { credentials: {} }),
  'no validity on the welder’s documents': (known) =>
    changePerson(known, welder, {
      credentials: changeEach(known.people[welder]?.credentials ?? {}, forgetting('validThrough')),
    }),
  'no sources': forgetting('sources'),
  'no zone': (known) => changePlace(known, forgetting('zone')),
  'no gases': (known) => changePlace(known, forgetting('gases')),
}

const withPerson = (known: Facts, person: string, to: Facts['people'][string] | undefined): Facts => {
  const others = forgetting(person)(known.people)
  return { ...known, people: to ? { ...others, [person]: to } : others }
}
const changePerson = (known: Facts, person: string, change: Partial<Facts['people'][string]>): Facts => {
  const before = known.people[person]
  return before ? withPerson(known, person, { ...before, ...change }) : known
}
const changePlace = (
  known: Facts,
  change: (place: NonNullable<Facts['place']>) => NonNullable<Facts['place']>,
): Facts => (known.place ? { ...known, place: change(known.place) } : known)

const damage = fc.constantFrom(...Object.keys(damages))
const damaged = (names: readonly string[], from: Facts): Facts =>
  names.reduce((known, name) => damages[name]?.(known) ?? known, from)

const filmed = {
  id: 'film-1',
  camera: id<never>('camera'),
  from: addMinutes(noon, -5),
  to: noon,
  contentHash: 'c'.repeat(64),
}
const ofFire: StepOfPermit = { permit: id('permit-fire'), step: id('fire-approval') }

/** Commands that can be given at any moment, sensible or not. */
const anyCommand: fc.Arbitrary<GuardedCommand> = fc
  .tuple(
    fc.constantFrom<GuardedCommand>(
      ...untilActive,
      resume,
      gasTest(noon, 30),
      { type: 'FinishWork', by: leader, occurredAt: noon },
      { type: 'CancelJob', by: leader, occurredAt: noon, reason: 'weather' },
      { type: 'ReportConditionChange', by: welder, occurredAt: noon, condition: 'weather', note: '' },
      {
        type: 'ChangePeople',
        by: leader,
        occurredAt: noon,
        change: { kind: 'replace', role: 'crew', leaves: welder, joins: analyst },
        reason: 'ill',
      },
      {
        type: 'ChangePeople',
        by: leader,
        occurredAt: noon,
        change: { kind: 'join', role: 'guardian', person: analyst },
        reason: 'relief',
      },
      { type: 'AnswerPeopleChange', by: unitHead, occurredAt: noon, change: '1', isAgreed: true, note: '' },
      { type: 'CloseAndReissue', by: leader, occurredAt: noon, cause: 'place', reason: 'N5', successor: id('job-2') },
      { type: 'VoidJob', by: leader, occurredAt: noon, reason: 'wrong level' },
      { type: 'AnswerEnding', by: unitHead, occurredAt: noon, isAgreed: true, note: '' },
      { type: 'AnswerEnding', by: unitHead, occurredAt: noon, isAgreed: false, note: '' },
      { type: 'ReturnJob', by: leader, occurredAt: noon, reason: 'unclear' },
      { type: 'ReturnJob', by: director, occurredAt: noon, reason: 'unclear', toStep: ofFire },
      { type: 'AnswerReturn', by: leader, occurredAt: noon, note: 'mended' },
      { type: 'WithdrawApplication', by: leader, occurredAt: noon, reason: 'other crew' },
      { type: 'TakeBackApproval', by: unitHead, occurredAt: noon, reason: 'too early', ...ofFire },
      { type: 'AddSigner', by: unitHead, occurredAt: noon, reason: 'his tank', signer: director, ...ofFire },
      {
        type: 'WitnessCheck',
        by: leader,
        occurredAt: noon,
        operation: id('fire'),
        check: 'earthed',
        picture: id('seen'),
        position: atVessel,
      },
      { type: 'EndGuardianDuty', by: guardian, occurredAt: noon, guardian },
      { type: 'OpenContingency', by: leader, occurredAt: noon, contingency: opened() },
      { type: 'CloseContingency', by: leader, occurredAt: noon, contingency: opened().id },
      {
        type: 'SettleDebt',
        by: leader,
        occurredAt: noon,
        debt: 'gas-test.0',
        outcome: { kind: 'explained', reason: 'none' },
      },
      spokenTest(noon),
      { type: 'ForeseeRest', by: leader, occurredAt: noon },
      { type: 'KeepRecording', by: leader, occurredAt: noon, recording: filmed },
      { type: 'CloseAlarm', by: guardian, occurredAt: noon, alarm: '10', result: '已处理' },
      { type: 'RecordPresence', by: guardian, occurredAt: noon, guardian, state: 'outside' },
    ),
    fc.integer({ min: 0, max: 200 }),
  )
  .map(([command, minutes]) => ({ ...command, occurredAt: addMinutes(noon, minutes) }))

/** A history that really came about: commands in order of time, each decided. Mostly along the way, then anything. */
const anyHistory = fc
  .tuple(fc.integer({ min: 0, max: untilActive.length }), fc.array(anyCommand, { maxLength: 12 }))
  .map(([steps, further]) =>
    further
      .toSorted((a, b) => a.occurredAt - b.occurredAt)
      .reduce<readonly JobEvent[]>(
        (history, command) => {
          const decision = decide(command, replay(history, jobId), rulebook, facts({ now: command.occurredAt }))
          return decision.accepted ? [...history, ...decision.events] : history
        },
        historyOf(untilActive.slice(0, steps)),
      ),
  )

const startAt = (now: EpochMs, job: Job, world: Facts = facts({ now })) =>
  decide({ ...start, occurredAt: now }, job, rulebook, { ...world, now })

describe('law 1: derived, never scheduled', () => {
  test('until the moment that a decision names, time alone changes nothing', () => {
    const job = jobAfter([...untilApproved, gasTest(noon), ventilate, signIn])
    const first = startAt(noon, job)
    assert.ok(first.accepted && first.validUntil !== null)
    const { validUntil } = first
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const now = Math.floor(noon + share * (validUntil - noon)) as EpochMs
        assert.equal(startAt(now, job).accepted, true)
      }),
    )
    assert.equal(startAt(addMinutes(validUntil, 1), job).accepted, false)
  })

  test('a duty turns late by the clock alone, and never back', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat({ max: 900 }), { minLength: 2, maxLength: 6 }), (history, minutes) => {
        const times = minutes.toSorted((a, b) => a - b).map((minute) => addMinutes(noon, minute))
        for (const duty of obligations(replay(history, jobId), rulebook)) {
          const states = times.map((now) => obligationState(duty, now))
          const lateFrom = states.indexOf('late')
          if (lateFrom >= 0) assert.deepEqual(new Set(states.slice(lateFrom)), new Set(['late']))
        }
      }),
    )
  })
})

describe('law 2: unknown refuses', () => {
  const gates: readonly (readonly [string, readonly GuardedCommand[], GuardedCommand])[] = [
    ['an application', [], submit],
    ['a gas test', untilApproved, gasTest(noon)],
    ['ventilation', [...untilApproved, gasTest(noon)], ventilate],
    ['a sign-in', [...untilApproved, gasTest(noon), ventilate], signIn],
    ['a start', [...untilApproved, gasTest(noon), ventilate, signIn], start],
  ]
  for (const [name, before, command] of gates)
    test(`to forget something never opens the way for ${name}`, () => {
      const job = jobAfter(before)
      fc.assert(
        fc.property(fc.uniqueArray(damage, { maxLength: 4 }), damage, (some, more) => {
          const known = decide(command, job, rulebook, damaged(some, facts()))
          const less = decide(command, job, rulebook, damaged([...some, more], facts()))
          assert.ok(known.accepted || !less.accepted, `${some.join(', ')} refuse, but not with ${more}`)
        }),
      )
    })

  test('each missing fact by itself refuses a start or an application', () => {
    const atStart = jobAfter([...untilApproved, gasTest(noon), ventilate, signIn])
    const silent = Object.keys(damages).filter((name) => {
      const world = damaged([name], facts())
      return (
        decide(submit, noJob, rulebook, world).accepted &&
        startAt(noon, atStart, world).accepted &&
        decide(ventilate, jobAfter([...untilApproved, gasTest(noon)]), rulebook, world).accepted &&
        decide(gasTest(noon), jobAfter(untilApproved), rulebook, world).accepted
      )
    })
    assert.deepEqual(silent, [])
  })
})

describe('law 3: stopping is never refused', () => {
  const anyStop = fc
    .record({
      by: fc.constantFrom(null, welder, guardian, analyst),
      minutes: fc.integer({ min: -500, max: 500 }),
      reason: fc.constantFrom('stop-work', 'break', 'gas-alarm', 'other' as const),
    })
    .map(({ by, minutes, reason }) =>
      stopWork({ type: 'StopWork', by, occurredAt: addMinutes(noon, minutes), reason, note: '' }),
    )

  test('after a stop no job is at work, whatever came before, and only a resume brings it back', () => {
    fc.assert(
      fc.property(anyHistory, anyStop, anyHistory, (before, stop, later) => {
        const stopped = replay([...before, stop], jobId)
        assert.notEqual(stopped.status, 'active')
        // Starts that were made elsewhere and arrive afterwards.
        const late = later.filter(({ type }) => type === 'WorkStarted')
        assert.notEqual(late.reduce((job, event) => evolve(job, event, jobId), stopped).status, 'active')
      }),
    )
  })
})

describe('law 4: every no is an action', () => {
  test('and says what, why, who and how in both languages', () => {
    fc.assert(
      fc.property(anyHistory, anyCommand, fc.uniqueArray(damage, { maxLength: 3 }), (history, command, some) => {
        const world = damaged(some, facts({ now: command.occurredAt }))
        const decision = decide(command, replay(history, jobId), rulebook, world)
        if (decision.accepted) return
        assert.ok(decision.refusals.length > 0, `${command.type} is refused without a reason`)
        for (const refusal of decision.refusals) {
          assert.ok(refusal.clause !== null || refusal.source !== 'standard', `${refusal.code} has no ground`)
          assert.ok(wayOut[refusal.code].remedies.length > 0, `${refusal.code} has no way out`)
          for (const messages of [messagesZhCn, messagesEn]) {
            const said = sayRefusal(refusal, messages, reading)
            assert.ok(said.what !== '' && said.owner !== '' && said.remedies.every(({ label }) => label !== ''))
            assert.doesNotMatch(said.what, /undefined|NaN|\[object/)
          }
        }
      }),
    )
  })

  test('all of them at once: two wrongs are both heard', () => {
    const wrongs = {
      welder: (known: Facts) => changePerson(known, welder, { employment: 'left' }),
      guardian: (known: Facts) => changePerson(known, guardian, { employment: 'frozen' }),
      matrix: damages['no matrix'] ?? ((known: Facts) => known),
      place: (known: Facts) => changePlace(known, forgetting('gases')),
    }
    const codesOf = (world: Facts): readonly string[] => {
      const decision = decide(submit, noJob, rulebook, world)
      return decision.accepted ? [] : decision.refusals.map((refusal) => JSON.stringify(refusal))
    }
    for (const one of Object.values(wrongs))
      for (const other of Object.values(wrongs)) {
        const both = codesOf(other(one(facts())))
        for (const code of [...codesOf(one(facts())), ...codesOf(other(facts()))]) assert.ok(both.includes(code), code)
      }
  })
})

describe('law 5: nothing is rewritten', () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null)
      for (const part of Object.values(Object.freeze(value))) freeze(part)
    return value
  }
  test('neither deciding nor replaying touches what was there before', () => {
    fc.assert(
      fc.property(anyHistory, anyCommand, (history, command) => {
        const job = freeze(replay(freeze(history), jobId))
        decide(freeze(command), job, freeze(rulebook), freeze(facts()))
        assert.deepEqual(replay(history, jobId), job)
      }),
    )
  })
})
