import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess } from './assess.ts'
import { decide } from './decide.ts'
import { application, facts, jobAfter, rulebook, submit, welder, without } from './examples.ts'
import { noJob } from './job.ts'
import { reliedOn } from './relied-on.ts'

const worlds = {
  'everything in order': facts(),
  'somebody without documents': without(welder, (one) => ({ ...one, credentials: {} })),
  'somebody unknown': without(welder, () => undefined),
}

for (const [name, world] of Object.entries(worlds))
  test(`a decision stores what it relied on whether it accepts or refuses, and refuses as mere checking does: ${name}`, () => {
    const decision = decide(submit, noJob, rulebook, world)
    assert.deepEqual(decision.reliedOn, reliedOn(application, world))
    const job = jobAfter([submit])
    assert.ok('record' in job)
    const { refusals } = assess('submit', { application, permits: job.record.permits, record: null }, rulebook, world)
    assert.deepEqual(decision.accepted ? [] : decision.refusals, refusals)
  })

test('everybody is named once with each document, whatever they do in the job', () => {
  const relied = reliedOn({ ...application, guardians: [application.leader, application.leader] }, facts())
  assert.equal(relied.length, new Set(relied).size)
  const known = facts().people[welder] ?? assert.fail()
  for (const { revision } of Object.values(known.credentials).flat()) assert.ok(relied.includes(revision))
  assert.ok(relied.includes(known.revision) && relied.includes(known.medical!.revision))
})
