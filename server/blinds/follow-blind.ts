import { blindingOperation, blindOf, blindStateAfter, type BlindState } from '#core/blinds/blind.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Job } from '#core/job/job.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

type Became = {
  readonly number: string
  readonly state: BlindState
  readonly occurredAt: EpochMs
} & ({ readonly job: JobId; readonly permit: string | null } | { readonly statedBy: PersonId; readonly note: string })

/** Writes down in the same transaction what a job has made of its blind, so that the register never lags behind the permit. */
export const followBlind = async (tx: Tx, job: Job, events: readonly JobEvent[]): Promise<void> => {
  const number = blindOf(job)
  if (number === null || !('record' in job)) return
  const permit = job.record.permits.find(({ operation }) => operation === blindingOperation)?.number ?? null
  for (const event of events) {
    const state = blindStateAfter(event, job)
    if (state) await appendBlindState(tx, { number, state, occurredAt: event.occurredAt, job: job.record.id, permit })
  }
}

/** A blind that was taken off the register meanwhile has no state to keep; the job's own history says what was done. */
export const appendBlindState = async (tx: Tx, became: Became): Promise<void> => {
  const [job, permit, statedBy, note] =
    'job' in became ? [became.job, became.permit, null, ''] : [null, null, became.statedBy, became.note]
  await tx.query(
    `insert into blind_states (plant_id, number, version, state, job_id, permit_number, stated_by, note, occurred_at)
     select b.plant_id, b.number, coalesce((select max(version) from blind_states s where s.plant_id = b.plant_id and s.number = b.number), 0) + 1, $3, $4, $5, $6, $7, $8
     from blinds b where b.plant_id = $1 and b.number = $2`,
    [tx.plantId, became.number, became.state, job, permit, statedBy, note, became.occurredAt],
  )
}
