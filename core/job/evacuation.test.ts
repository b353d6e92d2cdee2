import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMinutes } from '../time/epoch.ts'
import { decide, stopWork } from './decide.ts'
import { evolve } from './evolve.ts'
import { facts, jobAfter, leader, noon, rulebook, signature, untilActive } from './examples.ts'

const evacuated = evolve(
  jobAfter(untilActive),
  stopWork({ type: 'StopWork', by: null, occurredAt: noon, reason: 'evacuation', note: '' }),
  'job' as never,
)
const codesOfResume = (job: typeof evacuated, world: Parameters<typeof facts>[0] = {}) => {
  const now = addMinutes(noon, 2)
  const decision = decide(
    { type: 'ResumeWork', by: leader, occurredAt: now, signature },
    job,
    rulebook,
    facts({ now, ...world }),
  )
  return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
}

test('an evacuation suspends the work, and nothing goes on while it stands', () => {
  assert.equal(evacuated.status, 'suspended')
  const standing = [{ id: 'e1', since: noon }]
  assert.ok(codesOfResume(evacuated, { evacuations: standing }).includes('evacuation-stands'))
})

test('called off, the air is tested again first, however short it was', () => {
  assert.ok(codesOfResume(evacuated).includes('gas-test-after-evacuation'))
})

test('another stop on top of it does not undo that', () => {
  const stopped = evolve(
    evacuated,
    stopWork({ type: 'StopWork', by: leader, occurredAt: addMinutes(noon, 1), reason: 'stop-work', note: '' }),
    'job' as never,
  )
  assert.ok(codesOfResume(stopped).includes('gas-test-after-evacuation'))
})

test('a test from after it counts', () => {
  if (!('record' in evacuated)) throw new Error('no record')
  const [last] = evacuated.record.gasTests.slice(-1)
  if (!last) throw new Error('the example has no gas test')
  const takenAt = addMinutes(noon, 1)
  const tested = {
    ...evacuated,
    record: {
      ...evacuated.record,
      gasTests: [
        ...evacuated.record.gasTests,
        { ...last, samples: last.samples.map((sample) => ({ ...sample, takenAt })) },
      ],
    },
  }
  assert.equal(codesOfResume(tested).includes('gas-test-after-evacuation'), false)
})

test('where nobody can tell whether one stands, nothing goes on', () => {
  const { evacuations: _, ...unanswered } = facts({ now: addMinutes(noon, 2) })
  const decision = decide(
    { type: 'ResumeWork', by: leader, occurredAt: addMinutes(noon, 2), signature },
    evacuated,
    rulebook,
    unanswered,
  )
  assert.ok(!decision.accepted && decision.refusals.some(({ code }) => code === 'evacuations-unknown'))
})
