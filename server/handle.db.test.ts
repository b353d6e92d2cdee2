import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { id, type JobId, type PersonId } from '#core/ids.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { handle, handleStop } from './handle.ts'
import type { Rulebooks } from './rulebooks/rulebooks.ts'
import { readEvents } from './store/events.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from './testing/test-plant.ts'

let plant: TestPlant
before(async () => {
  plant = await createTestPlant()
})
after(() => plant.close())

test('a command that a stop overtakes is decided after it, and never lost', async () => {
  const job = id<JobId>('overtaken')
  const submitted = await plant.command(await plant.signIn('leader'), job, {
    type: 'SubmitJob',
    application: applicationAt(plant.now()),
  })
  assert.equal(submitted.status, 200)
  const handling = { rulebooks: plant.rulebooks, timeZone: 'Asia/Shanghai', clock: plant.now }
  const by = id<PersonId>(cast['crew-leader'].number)
  let stops = 0
  // The rulebook is asked for after the history was read and before anything is written.
  const rulebooks: Rulebooks = {
    ...plant.rulebooks,
    pinned: async (tx, pin) => {
      const stop = { type: 'StopWork', by: null, occurredAt: plant.now(), reason: 'stop-work', note: '' } as const
      if (stops++ === 0) await handleStop(plant.database.withPlant, demoPlant, job, stop, handling)
      return plant.rulebooks.pinned(tx, pin)
    },
  }
  const outcome = await plant.database.withPlant(demoPlant, (tx) =>
    handle(tx, job, { type: 'CancelJob', by, occurredAt: plant.now(), reason: '改期' }, { ...handling, rulebooks }),
  )
  assert.ok(outcome.decision.accepted)
  const history = await plant.database.withPlant(demoPlant, (tx) => readEvents(tx, job))
  assert.deepEqual(
    history.slice(-2).map(({ event, version }) => [event.type, version]),
    [
      ['WorkStopped', history.length - 1],
      ['JobCancelled', history.length],
    ],
  )
})
