import type { HeartbeatAnswer } from '#contract/presence.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import { guardingOf } from '#core/job/presence-of-job.ts'
import { distanceToRingMetres, type Position } from '#core/place/position.ts'
import { placeGuardian, transition } from '#core/presence/transition.ts'
import { gatherPlace } from './gather/places.ts'
import { handle, type Handling } from './handle.ts'
import { HttpProblem } from './problem.ts'
import type { Tx } from './store/database.ts'
import { readEvents } from './store/events.ts'
import { keepHeard } from './store/guardian-heard.ts'

/** An older position does not say where somebody is now. */
const ageSecondsMax = 60
const guarded = ['approved', 'active', 'suspended']

/** One sign of life: kept, placed, and where it changes something handed to the decision that may suspend the work. */
export const recordHeartbeat = async (
  tx: Tx,
  jobId: JobId,
  person: PersonId,
  { position, ageSeconds }: { readonly position: Position | null; readonly ageSeconds: number },
  handling: Handling,
): Promise<HeartbeatAnswer> => {
  const job = replay(
    (await readEvents(tx, jobId)).map(({ event }) => event),
    jobId,
  )
  if (!('record' in job)) throw new HttpProblem(404, 'job-unknown')
  const { record, status } = job
  const duty = record.duty.findLast(({ signIn, endedAt }) => signIn.person === person && endedAt === null)
  const last = duty?.presence.at(-1)
  const guarding = guardingOf(record, await handling.rulebooks.readable(tx, record.rulebook))
  if (!last || !guarding || !guarded.includes(status)) throw new HttpProblem(409, 'not-on-duty')

  const now = handling.clock()
  const current = position && ageSeconds <= ageSecondsMax ? position : null
  const place = await gatherPlace(tx, record.application.place)
  const placing = placeGuardian(last.state, current, place?.fence, guarding.fenceMetresMax)
  await keepHeard(tx, { job: jobId, person, at: now, position: current, isPlaced: placing !== 'unclear' })

  const state = transition(last.state, placing)
  const common = {
    placing,
    distanceMetres: current && place ? distanceToRingMetres(current, place.fence) : null,
    accuracyMetres: current?.accuracyMetres ?? null,
    metresMax: guarding.fenceMetresMax,
    silentMinutesMax: guarding.silentMinutesMax,
  }
  if (state === null) return { ...common, state: last.state, since: last.since, status }
  const { job: after } = await handle(
    tx,
    jobId,
    {
      type: 'RecordPresence',
      by: person,
      guardian: person,
      occurredAt: now,
      state,
      ...(current ? { position: current } : {}),
    },
    handling,
  )
  return { ...common, state, since: now, status: after.status }
}
