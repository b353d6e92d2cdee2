import type { JobId, PlaceId } from '../ids.ts'
import type { JobEvent } from '../job/events.ts'
import type { Job } from '../job/job.ts'

/** A row of the blind register: what is on the map, on the tag and in the pipe. */
export type Blind = {
  readonly number: string
  readonly place: PlaceId
  /** The pipe's own number: two blinds of one pipe carry the same. */
  readonly pipe: string
  readonly medium: string
  readonly temperatureCelsius: number
  readonly pressureMpa: number
  readonly material: string
  readonly specification: string
  /** Its number on the position plan. */
  readonly mapNumber: string
}

/**
 * Where a blind is. `in-work` from the start of the work until both sides have confirmed its end: whatever breaks off in between
 * leaves a pipe of which nobody can tell whether it is closed.
 */
export type BlindState = 'planned' | 'in-work' | 'installed' | 'removed'

export const blindingOperation = 'blinding'
export const blindNumberField = 'blinding.blind-number'
const actionField = 'blinding.action'

/** Which blind a job is about, if any. */
export const blindOf = (job: Job): string | null => {
  if (!('record' in job)) return null
  const { permits, application } = job.record
  const number = application.fields[blindNumberField]
  return typeof number === 'string' && permits.some(({ operation }) => operation === blindingOperation)
    ? number.trim()
    : null
}

/** What an event of its job makes of the blind; null where it changes nothing. */
export const blindStateAfter = (event: JobEvent, job: Job): BlindState | null => {
  switch (event.type) {
    case 'WorkStarted':
      return 'in-work'
    case 'JobClosed':
      return 'record' in job && job.record.application.fields[actionField] === 'fit' ? 'installed' : 'removed'
    default:
      return null
  }
}

/** What a decision sees of the blind that the application names. */
export type BlindFacts = Pick<Blind, 'number' | 'place' | 'pipe'> & {
  readonly state: BlindState
  /** Whose work made it so; null for what was stated at the register. */
  readonly job: JobId | null
  readonly revision: string
}
