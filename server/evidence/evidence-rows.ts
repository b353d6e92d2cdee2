import { id, type EvidenceId, type JobId, type PersonId } from '#core/ids.ts'
import type { Position } from '#core/place/position.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import type { Clarity } from './clarity.ts'
import type { ContentHash } from './content-store.ts'
import type { Exif } from './exif.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { PictureType } from './inspect-picture.ts'
import type { RecordingType } from './inspect-recording.ts'
import type { Reuse } from './find-reuse.ts'
import type { CodeContent } from './signed-code.ts'

/** One piece of evidence as it was received. */
export type EvidenceRecord = {
  readonly id: EvidenceId
  readonly jobId: JobId
  readonly step: string
  readonly personId: PersonId
  readonly ticketId: string
  readonly type: PictureType | RecordingType
  readonly byteCount: number
  readonly contentHash: ContentHash
  readonly widthPixels: number
  readonly heightPixels: number
  readonly fingerprint: Fingerprint | null
  readonly clarity: Clarity
  readonly exif: Exif | null
  readonly capturedAt: EpochMs
  readonly receivedAt: EpochMs
  readonly position: Position | null
  readonly reuse: Reuse
  /** What the printed code that was scanned with this capture names. */
  readonly scanned: Scanned | null
  /** Since when the file is no longer kept here, on purpose; null while it is. */
  readonly fileLetGoAt: EpochMs | null
}

export type Scanned = Pick<CodeContent, 'kind' | 'id'>

export const insertEvidence = async (tx: Tx, evidence: EvidenceRecord): Promise<void> => {
  await tx.query(
    `insert into evidence (plant_id, evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash,
       width_pixels, height_pixels, fingerprint, clarity, exif, captured_at, received_at, position, reuse, reuse_of, scanned)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ('x' || $12)::bit(64), $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      tx.plantId,
      evidence.id,
      evidence.jobId,
      evidence.step,
      evidence.personId,
      evidence.ticketId,
      evidence.type,
      evidence.byteCount,
      evidence.contentHash,
      evidence.widthPixels,
      evidence.heightPixels,
      evidence.fingerprint,
      JSON.stringify(evidence.clarity),
      evidence.exif === null ? null : JSON.stringify(evidence.exif),
      evidence.capturedAt,
      evidence.receivedAt,
      evidence.position === null ? null : JSON.stringify(evidence.position),
      evidence.reuse.kind,
      evidence.reuse.kind === 'none' ? null : evidence.reuse.earlier,
      evidence.scanned === null ? null : JSON.stringify(evidence.scanned),
    ],
  )
}

const columns = `evidence_id, job_id, step, person_id, ticket_id, mime, byte_count, content_hash, width_pixels, height_pixels,
  lpad(to_hex(fingerprint::bigint), 16, '0') as fingerprint, clarity, exif, captured_at, received_at, position, reuse, reuse_of, scanned, file_let_go_at`

/** Undefined where this plant has none of this id. */
export const findEvidence = async (tx: Tx, evidenceId: string): Promise<EvidenceRecord | undefined> => {
  const { rows } = await tx.query<Row>(`select ${columns} from evidence where plant_id = $1 and evidence_id = $2`, [
    tx.plantId,
    evidenceId,
  ])
  return rows[0] && toRecord(rows[0])
}

/** All of a job, in the order in which it was captured. */
export const readEvidenceOf = async (tx: Tx, jobId: string): Promise<readonly EvidenceRecord[]> => {
  const { rows } = await tx.query<Row>(
    `select ${columns} from evidence where plant_id = $1 and job_id = $2 order by captured_at, evidence_id`,
    [tx.plantId, jobId],
  )
  return rows.map(toRecord)
}

type Row = {
  readonly evidence_id: string
  readonly job_id: string
  readonly step: string
  readonly person_id: string
  readonly ticket_id: string
  readonly mime: PictureType | RecordingType
  readonly byte_count: number
  readonly content_hash: ContentHash
  readonly width_pixels: number
  readonly height_pixels: number
  readonly fingerprint: Fingerprint | null
  readonly clarity: Clarity
  readonly exif: Exif | null
  readonly captured_at: EpochMs
  readonly received_at: EpochMs
  readonly position: Position | null
  readonly reuse: Reuse['kind']
  readonly reuse_of: string | null
  readonly scanned: Scanned | null
  readonly file_let_go_at: EpochMs | null
}

const toRecord = (row: Row): EvidenceRecord => ({
  id: id<EvidenceId>(row.evidence_id),
  jobId: id<JobId>(row.job_id),
  step: row.step,
  personId: id<PersonId>(row.person_id),
  ticketId: row.ticket_id,
  type: row.mime,
  byteCount: row.byte_count,
  contentHash: row.content_hash,
  widthPixels: row.width_pixels,
  heightPixels: row.height_pixels,
  fingerprint: row.fingerprint,
  clarity: row.clarity,
  exif: row.exif,
  capturedAt: row.captured_at,
  receivedAt: row.received_at,
  position: row.position,
  reuse: row.reuse === 'none' ? { kind: 'none' } : { kind: row.reuse, earlier: id<EvidenceId>(row.reuse_of ?? '') },
  scanned: row.scanned,
  fileLetGoAt: row.file_let_go_at,
})
