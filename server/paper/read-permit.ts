import { id, type JobId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import type { Permit, Recorded, RecordedJob } from '#core/job/job.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readNames } from '../views/names.ts'
import { readTimeZone } from '../views/time-zone.ts'
import { readCertificates } from './certificate-numbers.ts'
import { handwritingOf, type Handwriting } from './hands.ts'
import type { PermitOnRecord } from './describe-permit.ts'

export type FoundPermit = {
  readonly job: RecordedJob
  readonly permit: Permit
  /** When the briefer signed last, which only the history keeps. */
  readonly briefingSignedAt: EpochMs | null
  readonly startSigned: Recorded | null
  readonly handwriting: readonly Handwriting[]
  readonly lastHash: string
}

/** A permit with the job it belongs to, as the history tells it. */
export const findPermit = async (tx: Tx, permitId: string): Promise<FoundPermit | null> => {
  const { rows } = await tx.query<{ job_id: string }>(
    `select job_id from permits where plant_id = $1 and permit_id = $2`,
    [tx.plantId, permitId],
  )
  const [row] = rows
  if (!row) return null
  const history = await readEvents(tx, row.job_id)
  const job = replay(
    history.map(({ event }) => event),
    id<JobId>(row.job_id),
  )
  if (!('record' in job)) return null
  const permit = job.record.permits.find((one) => one.id === permitId)
  if (permit === undefined) return null
  const briefing = history.findLast(({ event }) => event.type === 'BriefingSigned' && event.as === 'briefer')
  const start = history.findLast(({ event }) => event.type === 'WorkStarted')?.event
  return {
    job,
    permit,
    startSigned: start?.type === 'WorkStarted' ? { by: start.by, occurredAt: start.occurredAt } : null,
    handwriting: handwritingOf(
      history.map(({ event }) => event),
      permit,
    ),
    briefingSignedAt: briefing?.event.occurredAt ?? null,
    lastHash: history.at(-1)?.hash ?? '',
  }
}

/** What else stands on the paper but the drawn signatures: names, units, and the certificates of the crew and its leader. */
export const readPermitRecord = async (
  tx: Tx,
  { job, permit, briefingSignedAt, startSigned }: FoundPermit,
  { rulebooks, vault, now }: { readonly rulebooks: Rulebooks; readonly vault: Vault; readonly now: EpochMs },
): Promise<Omit<PermitOnRecord, 'hands'>> => {
  const { application } = job.record
  const { rows } = await tx.query<{ work_unit: string | null; apply_unit: string | null }>(
    `select (select name from employers where plant_id = $1 and employer_id = $2) as work_unit,
       (select coalesce(nullif(p.department, ''), e.name) from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
        where p.plant_id = $1 and p.person_id = $3) as apply_unit`,
    [tx.plantId, application.workUnit, application.applicant],
  )
  const timeZone = await readTimeZone(tx)
  return {
    job,
    permit,
    briefingSignedAt,
    startSigned,
    rulebook: await rulebooks.readable(tx, job.record.rulebook),
    names: await readNames(tx, job),
    workUnit: rows[0]?.work_unit ?? application.workUnit,
    applyUnit: rows[0]?.apply_unit ?? '',
    certificates: await readCertificates(tx, vault, [
      application.leader,
      ...application.crew.map(({ person }) => person),
    ]),
    clock: (at) => toLocalMinute(at, timeZone),
    now,
  }
}

/** `2026-11-24 12:01`, in the plant's time. */
export const toLocalMinute = (at: EpochMs, timeZone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
