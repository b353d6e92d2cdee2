import type { BoardJob } from '#contract/job-views.ts'
import type { JobStatus, Permit, Pin } from '#core/job/job.ts'
import { guardingOf } from '#core/job/presence-of-job.ts'
import { presenceAt, type Presence } from '#core/presence/presence-at.ts'
import { addMinutes, epochMs, latest, type EpochMs } from '#core/time/epoch.ts'
import { gatherHeardOf } from '../gather/heard.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'

/** What a job's line must carry so that its guardians can be judged. */
export type GuardedRow = {
  job_id: string
  status: JobStatus
  permits: Permit[]
  rulebook: Pin | null
  duty: { person: string; presence: Presence[] }[]
}

const guarded: readonly JobStatus[] = ['approved', 'active', 'suspended']

/** Who is missing at which job, and when somebody who is there now would be silent if nothing more were heard. */
export const readPresence = async (
  tx: Tx,
  rows: readonly GuardedRow[],
  rulebooks: Rulebooks,
  now: EpochMs,
): Promise<{ readonly absent: ReadonlyMap<string, BoardJob['absent']>; readonly silentAt: readonly EpochMs[] }> => {
  const onDuty = rows.filter(({ status, duty }) => duty.length > 0 && guarded.includes(status))
  const heard = await gatherHeardOf(
    tx,
    onDuty.map(({ job_id }) => job_id),
  )
  const absent = new Map<string, BoardJob['absent']>()
  const silentAt: EpochMs[] = []
  for (const { job_id, permits, duty, rulebook } of onDuty) {
    const guarding = guardingOf({ permits }, await rulebooks.readable(tx, rulebook))
    if (!guarding) continue
    const missing = duty.flatMap(({ person, presence }): BoardJob['absent'] => {
      const heardAt = heard.get(job_id)?.[person]
      const present = presenceAt({ presence }, heardAt, guarding.silentMinutesMax, now)
      if (!present) return []
      if (present.state !== 'inside') return [{ person, state: present.state, since: present.since }]
      silentAt.push(epochMs(addMinutes(latest(present.since, heardAt ?? present.since), guarding.silentMinutesMax) + 1))
      return []
    })
    if (missing.length > 0) absent.set(job_id, missing)
  }
  return { absent, silentAt }
}
