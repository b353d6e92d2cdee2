import { dayMs, epochMs, type EpochMs } from '../time/epoch.ts'

/** Nobody may shorten how long film is kept: the longest of what the rulebook asks (B.3; AQ 3064.2 4.2) and what was said. */
export const keptUntil = (recordedTo: EpochMs, daysMin: number): EpochMs => epochMs(recordedTo + daysMin * dayMs)

export type HoldRefusal =
  | { readonly code: 'retention-runs'; readonly until: EpochMs }
  | { readonly code: 'job-evidence-held'; readonly job: string }
  | { readonly code: 'hold-released-already' }

type Held = {
  readonly releasedAt: EpochMs | null
  readonly keepUntil: EpochMs
  /** The job as whose evidence it is held, and whether that is over: closed or cancelled, with nothing of it still owed. */
  readonly job: { readonly id: string; readonly isSettled: boolean } | null
}

/** A hold ends after the retention, and not while the job whose evidence it is has anything open. */
export const mayRelease = ({ releasedAt, keepUntil, job }: Held, now: EpochMs): readonly HoldRefusal[] => [
  ...(releasedAt === null ? [] : [{ code: 'hold-released-already' as const }]),
  ...(now < keepUntil ? [{ code: 'retention-runs' as const, until: keepUntil }] : []),
  ...(job === null || job.isSettled ? [] : [{ code: 'job-evidence-held' as const, job: job.id }]),
]

/** A file may go from the recorder when its retention is over and nobody holds it. */
export const mayLetGo = (keepUntil: EpochMs, openHolds: number, now: EpochMs): boolean =>
  now >= keepUntil && openHolds === 0
