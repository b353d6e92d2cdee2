import type { PlanFile } from '#core/job/plan-document.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

export type DocumentRecord = PlanFile & { readonly id: string; readonly job: string }

type Row = { document_id: string; job_id: string; name: string; mime: string; byte_count: number; content_hash: string }

/** Undefined where this plant has none of this id. */
export const findDocument = async (tx: Tx, document: string): Promise<DocumentRecord | undefined> => {
  const { rows } = await tx.query<Row>('select * from documents where plant_id = $1 and document_id = $2', [
    tx.plantId,
    document,
  ])
  const [row] = rows
  return (
    row && {
      id: row.document_id,
      job: row.job_id,
      name: row.name,
      mime: row.mime,
      byteCount: row.byte_count,
      contentHash: row.content_hash,
    }
  )
}

export const countDocuments = async (tx: Tx, job: string): Promise<number> => {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::integer as count from documents where plant_id = $1 and job_id = $2',
    [tx.plantId, job],
  )
  return rows[0]?.count ?? 0
}

export const insertDocument = async (
  tx: Tx,
  { id, job, name, mime, byteCount, contentHash }: DocumentRecord,
  by: { readonly person: string; readonly at: EpochMs },
): Promise<void> => {
  await tx.query(
    `insert into documents (plant_id, document_id, job_id, name, mime, byte_count, content_hash, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.plantId, id, job, name, mime, byteCount, contentHash, by.person, by.at],
  )
}
