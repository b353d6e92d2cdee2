import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type EvidenceId, type JobId } from '../ids.ts'
import { facts as world, guardian, leader, noon, welder } from '../job/examples.ts'
import { decidePoint, type PointCommand, type PointFacts } from './decide-point.ts'
import { evolvePoint, type PointEvent } from './events.ts'
import { untouchedPoint } from './point.ts'

const job = id<JobId>('job-1')
const other = id<JobId>('job-2')
const asked = { by: leader, occurredAt: noon, job }
const isolate: PointCommand = {
  type: 'IsolatePoint',
  ...asked,
  lockNumber: 'L-07',
  tagNumber: 'T-07',
  keyHolder: leader,
}
const tryOut = (isDead = true): PointCommand => ({ type: 'TryOutPoint', ...asked, witness: guardian, isDead })
const restore: PointCommand = { type: 'RestorePoint', ...asked }

const around = (change: Partial<PointFacts> = {}): PointFacts => ({
  point: id('V-101'),
  job: { status: 'approved' },
  takesPart: true,
  people: world().people,
  evidence: {},
  reliers: [],
  ...change,
})
const after = (...commands: readonly PointCommand[]) =>
  commands.reduce((state, command) => {
    const decision = decidePoint(command, state, around())
    assert.ok(decision.accepted, JSON.stringify(decision))
    return decision.events.reduce(evolvePoint, state)
  }, untouchedPoint)
const codes = (command: PointCommand, state = untouchedPoint, change: Partial<PointFacts> = {}) => {
  const decision = decidePoint(command, state, around(change))
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}

describe('a point', () => {
  test('is proven by a lock and a try-out, and in service again once it is restored', () => {
    assert.equal(after(isolate).condition.at, 'isolated')
    assert.equal(after(isolate, tryOut()).condition.at, 'proven')
    assert.equal(after(isolate, tryOut(false)).condition.at, 'live')
    assert.equal(after(isolate, tryOut(), restore).condition.at, 'in-service')
  })

  test('is named by the job that locks it, unless the job needs it anyway', () => {
    assert.deepEqual(after(isolate).namedBy, [job])
    const decision = decidePoint(isolate, untouchedPoint, around({ reliers: [{ job, status: 'approved' }] }))
    assert.ok(decision.accepted && decision.events.length === 1)
  })

  test('is not locked twice, but locked anew after it was found live', () => {
    assert.deepEqual(codes(isolate, after(isolate)), ['point-isolated-already'])
    assert.deepEqual(codes(isolate, after(isolate, tryOut())), ['point-isolated-already'])
    assert.deepEqual(codes(isolate, after(isolate, tryOut(false))), [])
  })
})

describe('a try-out', () => {
  test('needs a lock and a second person who is employed here', () => {
    assert.deepEqual(codes(tryOut()), ['point-not-isolated'])
    const locked = after(isolate)
    assert.deepEqual(codes({ ...tryOut(), witness: leader } as PointCommand, locked), ['point-witness-is-same'])
    assert.deepEqual(codes({ ...tryOut(), witness: id('nobody') } as PointCommand, locked), ['person-unknown'])
  })

  test('that finds it live again undoes an earlier one', () => {
    assert.equal(after(isolate, tryOut(), tryOut(false)).condition.at, 'live')
  })

  test('may be reported by somebody who has no part in the job', () => {
    assert.deepEqual(codes(tryOut(false), after(isolate), { takesPart: false }), [])
    assert.deepEqual(codes(isolate, untouchedPoint, { takesPart: false }), ['not-this-role'])
  })
})

describe('removing a lock', () => {
  test('is refused while any job that relies on the point is open, each by its name', () => {
    const decision = decidePoint(
      restore,
      after(isolate, tryOut()),
      around({
        reliers: [
          { job, status: 'finished' },
          { job: other, status: 'active' },
        ],
      }),
    )
    assert.ok(!decision.accepted)
    assert.deepEqual(
      decision.refusals.map(({ params }) => 'job' in params && params.job),
      [job, other],
    )
  })

  test('is for whoever carries the key, and the key can be handed over', () => {
    const locked = after(isolate)
    assert.deepEqual(codes({ ...restore, by: welder }, locked), ['point-key-elsewhere'])
    const handed = after(isolate, { type: 'HandOverKey', ...asked, to: welder })
    assert.deepEqual(codes({ ...restore, by: welder }, handed), [])
    assert.deepEqual(codes(restore, handed), ['point-key-elsewhere'])
  })

  test('of a point in service is refused', () => assert.deepEqual(codes(restore), ['point-not-isolated']))
})

describe('the list of points', () => {
  const named = after({ type: 'NamePoint', ...asked })
  test('grows as long as the job is open and shrinks only before it was approved', () => {
    assert.deepEqual(codes({ type: 'NamePoint', ...asked }, named, { job: { status: 'active' } }), [])
    assert.deepEqual(codes({ type: 'NamePoint', ...asked }, named, { job: { status: 'closed' } }), [
      'job-in-wrong-state',
    ])
    assert.deepEqual(codes({ type: 'UnnamePoint', ...asked }, named, { job: { status: 'submitted' } }), [])
    assert.deepEqual(codes({ type: 'UnnamePoint', ...asked }, named, { job: { status: 'approved' } }), [
      'job-in-wrong-state',
    ])
  })
  test('holds a job once, however often it is named', () => {
    const again: PointEvent = { type: 'PointNamed', ...asked }
    assert.deepEqual(evolvePoint(named, again).namedBy, [job])
  })
})

test('a picture of a lock has to be of this job and of a lock', () => {
  const picture = id<EvidenceId>('picture')
  const taken = { ...world().evidence['snapshot-picture']!, id: picture, job, step: 'isolation' }
  const pictured = (change: Partial<typeof taken>) =>
    codes({ ...isolate, picture }, untouchedPoint, { evidence: { picture: { ...taken, ...change } } })
  assert.deepEqual(pictured({}), [])
  assert.deepEqual(pictured({ job: other }), ['evidence-of-another-job'])
  assert.deepEqual(pictured({ step: 'snapshot' }), ['evidence-of-another-step'])
  assert.deepEqual(codes({ ...isolate, picture }), ['evidence-missing'])
})
