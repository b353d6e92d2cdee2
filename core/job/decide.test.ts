import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../ids.ts'
import { addHours, addMinutes, isoDate } from '../time/epoch.ts'
import { decide, stopWork } from './decide.ts'
import { replay } from './evolve.ts'
import {
  application,
  approving,
  atVessel,
  facts,
  gasTest,
  guardian,
  historyOf,
  jobAfter,
  jobId,
  leader,
  noon,
  preparing,
  refusedCodes,
  resume,
  rulebook,
  signIn,
  signature,
  start,
  submit,
  untilActive,
  untilApproved,
  ventilate,
  welder,
  without,
} from './examples.ts'
import type { GuardedCommand } from './commands.ts'
import { changeEach } from '../people/by-category.ts'

const expireCertificate = (world = facts()) =>
  without(
    welder,
    (one) => ({
      ...one,
      credentials: changeEach(one.credentials, (credential) =>
        credential.category === 'certificate' ? { ...credential, validThrough: isoDate('2026-11-23') } : credential,
      ),
    }),
    world,
  )

describe('applying', () => {
  test('works out every permit that the place asks for, at the level of its zone', () => {
    const job = jobAfter([submit])
    assert.ok('record' in job)
    assert.deepEqual(
      job.record.permits.map(({ operation, level, requiredBy }) => [operation, level, requiredBy]),
      [
        ['fire', 'high', null],
        ['space', 'high', 'fire-in-space'],
      ],
    )
  })

  test('is refused with all reasons together: certificate, medical and training', () => {
    const world = without(
      welder,
      (one) => ({
        ...one,
        credentials: { ...one.credentials, annual: [] },
        medical: { ...one.medical!, systolicMmHg: 162 },
      }),
      expireCertificate(),
    )
    assert.deepEqual(
      new Set(refusedCodes([], submit, world)),
      new Set(['credential-expired', 'training-missing', 'blood-pressure-too-high']),
    )
  })

  test('says one gap once, although two permits ask for it', () => {
    assert.deepEqual(refusedCodes([], submit, expireCertificate()), ['credential-expired'])
  })

  test('is refused when the certificate ends on a day before the last of the window, and accepted when it ends on it', () => {
    const endsOn = (day: string) =>
      without(welder, (one) => ({
        ...one,
        credentials: changeEach(one.credentials, (credential) => ({ ...credential, validThrough: isoDate(day) })),
      }))
    assert.deepEqual(refusedCodes([], submit, endsOn('2026-11-24')), [])
    assert.deepEqual(
      new Set(refusedCodes([], submit, endsOn('2026-11-23'))),
      new Set(['credential-expired', 'training-expired']),
    )
  })

  test('is refused when the zone of the place is unknown, never levelled down', () => {
    const world = facts()
    const { zone: _, ...unzoned } = world.place!
    assert.ok(refusedCodes([], submit, { ...world, place: unzoned }).includes('level-unknown'))
  })

  test('is refused when nobody can say what the guardian does elsewhere', () => {
    const { engagements: _, ...world } = facts()
    assert.ok(refusedCodes([], submit, world).includes('engagements-unknown'))
  })

  test('keeps the guardian out of the crew and out of a second job', () => {
    const busy = facts({
      engagements: [
        { job: id('job-2'), person: guardian, as: 'guardian', state: 'planned', window: application.window },
      ],
    })
    assert.ok(refusedCodes([], submit, busy).includes('guardian-guards-elsewhere'))
    const both: GuardedCommand = {
      ...submit,
      application: { ...application, crew: [...application.crew, { person: guardian, duties: [] }] },
    } as GuardedCommand
    assert.ok(refusedCodes([], both).includes('guardian-is-worker'))
  })

  test('is refused on a window longer than the level allows, and accepted at its last minute', () => {
    const lasting = (hours: number): GuardedCommand =>
      ({
        ...submit,
        application: { ...application, window: { from: noon, to: addHours(noon, hours) } },
      }) as GuardedCommand
    assert.deepEqual(refusedCodes([], lasting(8)), [])
    assert.ok(refusedCodes([], lasting(8 + 1 / 60)).includes('window-too-long'))
  })
})

describe('approving', () => {
  test('waits for risk analysis, measures and briefing', () => {
    assert.deepEqual(
      new Set(refusedCodes([submit], approving[0]!)),
      new Set(['preparation-missing', 'measure-unconfirmed', 'briefer-missing']),
    )
  })

  test('is refused to whoever takes part in the work, and to whoever has no authority', () => {
    const own = { ...approving[0]!, by: leader } as GuardedCommand
    assert.deepEqual(new Set(refusedCodes([submit, ...preparing], own)), new Set(['own-work', 'authority-missing']))
  })

  test('is refused away from the site, with an uncertain position, and without any', () => {
    const from = (position: typeof atVessel | undefined): GuardedCommand =>
      ({
        ...approving[0]!,
        signature: { factor: 'session', contentHash: signature.contentHash, ...(position ? { position } : {}) },
      }) as GuardedCommand
    assert.deepEqual(refusedCodes([submit, ...preparing], from({ ...atVessel, latitude: 31.02 })), ['position-outside'])
    assert.deepEqual(refusedCodes([submit, ...preparing], from({ ...atVessel, accuracyMetres: 500 })), [
      'position-uncertain',
    ])
    assert.deepEqual(refusedCodes([submit, ...preparing], from(undefined)), ['position-missing'])
  })

  test('falls with the briefing when the words under them change, and stands when the same words are written again', () => {
    const [first] = approving
    assert.ok(first)
    const signed = [submit, ...preparing, first]
    const change = (detail: string): GuardedCommand => ({
      type: 'ConfirmMeasure',
      by: leader,
      occurredAt: noon,
      operation: id('fire'),
      measure: id('isolated'),
      isInvolved: true,
      detail,
    })
    const recordAfter = (detail: string) => {
      const job = jobAfter([...signed, change(detail)])
      assert.ok('record' in job)
      return job.record
    }
    assert.equal(recordAfter('blind 12').approvals.length, 1)
    assert.deepEqual([recordAfter('blind 13').approvals, recordAfter('blind 13').briefing], [[], null])
  })

  test('of one of two permits does not approve the job', () => {
    assert.equal(jobAfter([submit, ...preparing, approving[0]!]).status, 'submitted')
    assert.equal(jobAfter(untilApproved).status, 'approved')
  })
})

describe('the hold points', () => {
  test('open in order: no ventilation before the gas test, no sign-in before the ventilation', () => {
    assert.deepEqual(refusedCodes(untilApproved, ventilate), ['hold-point-not-open'])
    assert.deepEqual(refusedCodes([...untilApproved, gasTest(noon)], signIn), ['hold-point-not-open'])
  })

  test('cannot be skipped on the way to the start', () => {
    assert.deepEqual(
      new Set(refusedCodes(untilApproved, start)),
      new Set(['gas-sample-missing', 'ventilation-missing', 'guardian-not-signed-in']),
    )
  })

  test('refuse a start on a sample of 31 minutes, and accept one of 30', () => {
    const before = [...untilApproved, gasTest(noon), ventilate, signIn]
    assert.deepEqual(
      refusedCodes(before, { ...start, occurredAt: addMinutes(noon, 30) }, facts({ now: addMinutes(noon, 30) })),
      [],
    )
    assert.deepEqual(
      new Set(refusedCodes(before, start, facts({ now: addMinutes(noon, 31) }))),
      new Set(['gas-sample-stale']),
    )
  })

  test('keep a bad reading, and refuse to start on it', () => {
    const bad = [...untilApproved, gasTest(noon, 10.2)]
    assert.equal(historyOf(bad).at(-1)?.type, 'GasTested')
    assert.ok(refusedCodes(bad, start).includes('gas-out-of-limits'))
  })

  test('refuse a reading whose picture was never captured for this step', () => {
    assert.deepEqual(refusedCodes(untilApproved, gasTest(noon), facts({ evidence: {} })), ['evidence-missing'])
  })

  test('refuse a sample from the future', () => {
    assert.deepEqual(refusedCodes(untilApproved, gasTest(addMinutes(noon, 5))), ['happened-in-the-future'])
  })
})

describe('stopping', () => {
  const stop = stopWork({ type: 'StopWork', by: null, occurredAt: noon, reason: 'stop-work', note: '' })
  const histories = [[], [submit], untilApproved, untilActive].map((commands) => historyOf(commands))

  for (const [i, history] of histories.entries())
    test(`is kept in every state, and a start recorded later revives nothing (${i})`, () => {
      const late = [...history, stop, ...historyOf(untilActive).slice(history.length)]
      assert.notEqual(replay(late, jobId).status, 'active')
    })

  test('by a gas alarm during work is part of the reading itself', () => {
    const history = historyOf([...untilActive, gasTest(noon, 30)])
    assert.deepEqual(
      history.slice(-2).map(({ type }) => type),
      ['GasTested', 'WorkStopped'],
    )
    assert.equal(replay(history, jobId).status, 'suspended')
  })

  test('follows when the guardian leaves the fence', () => {
    const left: GuardedCommand = { type: 'RecordPresence', by: guardian, occurredAt: noon, guardian, state: 'outside' }
    assert.equal(jobAfter([...untilActive, left]).status, 'suspended')
  })

  test('for as long as the level allows leaves the sample standing, however old it has become', () => {
    const world = facts({ now: addMinutes(noon, 120) })
    const history = [...historyOf(untilActive), { ...stop, occurredAt: addMinutes(noon, 90) }]
    const decision = decide({ ...resume, occurredAt: world.now }, replay(history, jobId), rulebook, world)
    assert.deepEqual(decision.accepted ? [] : decision.refusals.map(({ code }) => code), [])
  })

  test('for longer than the level allows asks for a new gas test before the resume', () => {
    const history = [...historyOf(untilActive), stop]
    const resumeAt = (minutes: number, tested: boolean) => {
      const now = addMinutes(noon, minutes)
      const world = facts({ now })
      const base = tested ? [...history, ...accepted(gasTest(now), history, world)] : history
      const decision = decide({ ...resume, occurredAt: now }, replay(base, jobId), rulebook, world)
      return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
    }
    assert.deepEqual(resumeAt(30, false), [])
    assert.ok(resumeAt(31, false).includes('gas-test-after-break'))
    assert.deepEqual(resumeAt(31, true), [])
  })
})

const accepted = (command: GuardedCommand, history: ReturnType<typeof historyOf>, world: ReturnType<typeof facts>) => {
  const decision = decide(command, replay(history, jobId), rulebook, world)
  assert.ok(decision.accepted)
  return decision.events
}

describe('closing', () => {
  const passage = (direction: 'in' | 'out'): GuardedCommand => ({
    type: 'RecordPassage',
    by: guardian,
    occurredAt: noon,
    passage: { what: { person: welder }, direction },
  })
  const finished = [...untilActive, passage('in'), { type: 'FinishWork', by: leader, occurredAt: noon } as const]
  const accept: GuardedCommand = {
    type: 'SignAcceptance',
    by: id('unit-head'),
    occurredAt: noon,
    acceptance: 'unit',
    signature,
  }

  test('is refused while somebody is inside, nothing is pictured and embers may glow', () => {
    assert.deepEqual(
      new Set(refusedCodes(finished, accept)),
      new Set(['people-still-inside', 'residue-pictures-missing', 'fire-watch-running']),
    )
  })

  test('closes the job once all is counted, clean and watched', () => {
    const later = addMinutes(noon, 30)
    const history = [
      ...historyOf([
        ...finished,
        passage('out'),
        { type: 'RecordResidue', by: guardian, occurredAt: noon, pictures: [id('close-out-picture')] },
      ]),
    ]
    const world = facts({ now: later })
    const watched = [
      ...history,
      ...accepted({ type: 'RecordFireWatch', by: guardian, occurredAt: later, isCalm: true }, history, world),
    ]
    assert.equal(
      replay([...watched, ...accepted({ ...accept, occurredAt: later }, watched, world)], jobId).status,
      'closed',
    )
  })
})
