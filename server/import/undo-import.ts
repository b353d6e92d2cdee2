import { problem, type Problem } from '#core/people/ledger/problems.ts'
import { hourMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { masterDataScope } from './commit-import.ts'
import { updateImport, type ImportRecord } from './import-record.ts'
import { restoreBefore } from './restore-before.ts'
import { toPlace } from './people-book.ts'

/** Long enough to be noticed by those who look at the board the next morning. */
export const undoHoursMax = 24

export type UndoResult =
  | { readonly done: true; readonly record: ImportRecord }
  | { readonly done: false; readonly problems: readonly Problem[] }

/**
 * Puts back what was there before an import, in one transaction. Refused when something later rests on it: a newer value, a
 * person who is in use, or a decision about a job that relied on what the import brought.
 */
export const undoImport = async (tx: Tx, record: ImportRecord, now: number): Promise<UndoResult> => {
  await lockScopes(tx, [masterDataScope])
  const problems = await whyNot(tx, record, now)
  if (problems.length > 0) return { done: false, problems }
  await restoreBefore(tx, record.importId, now)
  await tx.query('delete from import_findings where plant_id = $1 and import_id = $2', [tx.plantId, record.importId])
  await updateImport(tx, record.importId, { status: 'undone', undoneAt: now })
  return { done: true, record: { ...record, status: 'undone', undoneAt: now } }
}

const whyNot = async (tx: Tx, { importId, status, committedAt }: ImportRecord, now: number): Promise<Problem[]> => {
  if (status !== 'committed' || committedAt === null) return [problem('undo-not-committed', {})]
  const hours = (now - committedAt) / hourMs
  if (hours > undoHoursMax) return [problem('undo-too-late', { hours: Math.floor(hours), hoursMax: undoHoursMax })]
  return [
    ...(await replacedLater(tx, importId)),
    ...(await builtUpon(tx, importId)),
    ...(await reliedOn(tx, importId, committedAt)),
  ]
}

/** Everything that the import touched or made, as subjects of history. */
const touched = `
  select subject_kind as kind, subject_id as id, min(change_id) as since from master_changes where plant_id = $1 and import_id = $2 group by 1, 2
  union all select 'person', person_id, 0 from people where plant_id = $1 and created_by_import = $2
  union all select 'credential', credential_id, 0 from credentials where plant_id = $1 and created_by_import = $2`

const replacedLater = async (tx: Tx, importId: string): Promise<Problem[]> => {
  const { rows } = await tx.query<{ count: number; source: Parameters<typeof toPlace>[0] }>(
    `select count(*)::integer as count, (array_agg(c.superseded_by))[1] as source
     from (${touched}) t join master_changes c on c.plant_id = $1 and c.subject_kind = t.kind and c.subject_id = t.id
     where c.change_id > t.since and c.import_id is distinct from $2 and c.undone_at is null`,
    [tx.plantId, importId],
  )
  const { count, source } = rows[0]!
  return count === 0 ? [] : [problem('undo-replaced-later', { count, where: toPlace(source) })]
}

/** People whom the import brought and who have since received documents, an account, or a place in a job. */
const builtUpon = async (tx: Tx, importId: string): Promise<Problem[]> => {
  const { rows } = await tx.query<{ count: number; name: string | null }>(
    `select count(*)::integer as count, min(p.name) as name from people p
     where p.plant_id = $1 and p.created_by_import = $2 and (
       exists (select from credentials c where c.plant_id = $1 and c.person_id = p.person_id and c.created_by_import is distinct from $2)
       or exists (select from medicals m where m.plant_id = $1 and m.person_id = p.person_id and m.provenance ->> 'import' is distinct from $2)
       or exists (select from accounts a where a.plant_id = $1 and a.person_id = p.person_id)
       or exists (select from jobs j where j.plant_id = $1 and (j.leader = p.person_id or p.person_id = any(j.guardians) or p.person_id = any(j.workers))))`,
    [tx.plantId, importId],
  )
  const { count, name } = rows[0]!
  return count === 0 ? [] : [problem('undo-built-upon', { count, name: name ?? '' })]
}

/** A decision names the facts that it relied on by revision, such as `credential:…@1`. */
const reliedOn = async (tx: Tx, importId: string, committedAt: number): Promise<Problem[]> => {
  const { rows } = await tx.query<{ count: number; job: string | null }>(
    `with touched as (select kind || ':' || id as subject from (${touched}) t where kind <> 'matrix')
     select count(distinct e.stream_id)::integer as count, min(e.stream_id) as job
     from events e, jsonb_array_elements(case jsonb_typeof(e.relied_on) when 'array' then e.relied_on else '[]'::jsonb end) fact
     where e.plant_id = $1 and e.recorded_at >= $3 and split_part(coalesce(fact ->> 'revision', fact #>> '{}'), '@', 1) in (select subject from touched)`,
    [tx.plantId, importId, committedAt],
  )
  const { count, job } = rows[0]!
  return count === 0 ? [] : [problem('undo-relied-on', { count, job: job ?? '' })]
}
