import type { CertificateEntry, TrainingEntry } from '#core/people/ledger/entry.ts'
import type { RowSource } from './judge-rows.ts'
import { asRows, provenanceOf, type ActionAt, type WriteContext } from './write-context.ts'
import { keysOf } from './write-people.ts'

type Added = {
  readonly entry: CertificateEntry | TrainingEntry
  readonly personId: string
  readonly credentialId: string
  readonly numberIndex: string | null
  readonly supersedes: string | null
  readonly source: RowSource
}

export const writeCredentials = async (context: WriteContext, actions: readonly ActionAt[]): Promise<void> => {
  await add(
    context,
    actions.flatMap(({ action, source }) => (action.kind === 'add-credential' ? [{ ...action, source }] : [])),
  )
  await moveReviews(
    context,
    actions.flatMap(({ action, source }) => (action.kind === 'move-review' ? [{ ...action, source }] : [])),
  )
}

const columns = `credential_id text, person_id text, category text, valid_from date, valid_through date, is_unlimited boolean, review_due date, issued_on date,
  issuer text, number_form text, number_index text, training_hours numeric, training_score numeric, provenance jsonb`
const names = columns.replace(/ (?:text|date|boolean|numeric|jsonb)/g, '')

const add = async (context: WriteContext, added: readonly Added[]): Promise<void> => {
  if (added.length === 0) return
  const { tx, importId, now } = context
  const sealed = await sealNumbers(context, added)
  const rows = added.map((one) => ({ ...toRow(context, one), number_sealed: sealed.get(one.credentialId) ?? null }))
  await tx.query(
    `insert into credentials (plant_id, holder, created_by_import, number_sealed, ${names})
     select $1, 'match', $3, decode(number_sealed, 'base64'), ${names} from json_to_recordset($2::json) as r(number_sealed text, ${columns})`,
    [tx.plantId, asRows(rows), importId],
  )
  const superseding = added.filter(({ supersedes }) => supersedes !== null)
  if (superseding.length === 0) return
  const pairs = superseding.map(({ credentialId, supersedes, source }) => ({
    by: credentialId,
    credential_id: supersedes,
    source: provenanceOf(context, source),
  }))
  await tx.query(
    `with replaced as (
       update credentials c set superseded_by = r.by, revision = c.revision + 1 from json_to_recordset($2::json) as r(by text, credential_id text, source jsonb)
       where c.plant_id = $1 and c.credential_id = r.credential_id returning c.credential_id, r.source)
     insert into master_changes (plant_id, subject_kind, subject_id, import_id, changed_at, before, superseded_by)
     select $1, 'credential', credential_id, $3, $4, '{"superseded_by": null}', source from replaced`,
    [tx.plantId, asRows(pairs), importId, now],
  )
}

const toRow = (context: WriteContext, { entry, personId, credentialId, numberIndex, source }: Added): object => {
  const isUnlimited = entry.validThrough === 'unlimited'
  const common = {
    credential_id: credentialId,
    person_id: personId,
    category: entry.category,
    valid_through: isUnlimited ? null : (entry.validThrough ?? null),
    is_unlimited: isUnlimited,
    number_index: numberIndex,
    provenance: provenanceOf(context, source),
  }
  if (entry.kind === 'training') {
    return {
      ...common,
      valid_from: entry.completedOn,
      issued_on: entry.completedOn,
      training_hours: entry.hours ?? null,
      training_score: entry.score ?? null,
    }
  }
  return {
    ...common,
    valid_from: entry.validFrom ?? entry.issuedOn ?? null,
    issued_on: entry.issuedOn ?? entry.validFrom ?? null,
    review_due: entry.reviewDue ?? null,
    issuer: entry.issuer ?? null,
    number_form: entry.numberForm,
  }
}

/** Only numbers that are not made of the holder's identity number are kept, sealed under the holder's key. */
const sealNumbers = async (context: WriteContext, added: readonly Added[]): Promise<Map<string, string>> => {
  const own = added.flatMap(({ entry, personId, credentialId }) =>
    entry.kind === 'certificate' && entry.numberForm === 'other'
      ? [{ number: entry.number, personId, credentialId }]
      : [],
  )
  if (own.length === 0) return new Map()
  const { tx, vault } = context
  const keys = await keysOf(context, [...new Set(own.map(({ personId }) => personId))])
  const missing = [...new Set(own.map(({ personId }) => personId))].filter((personId) => !keys.has(personId))
  for (const personId of missing) keys.set(personId, vault.newKey(`${tx.plantId}/${personId}`))
  if (missing.length > 0) {
    await tx.query(
      `insert into person_secrets (plant_id, person_id, wrapped_key) select $1, person_id, decode(wrapped_key, 'base64')
       from json_to_recordset($2::json) as r(person_id text, wrapped_key text)`,
      [
        tx.plantId,
        asRows(
          missing.map((personId) => ({
            person_id: personId,
            wrapped_key: keys.get(personId)!.wrapped.toString('base64'),
          })),
        ),
      ],
    )
  }
  return new Map(
    own.map(({ number, personId, credentialId }) => [
      credentialId,
      vault.seal(keys.get(personId)!.key, number, 'certificate-number').toString('base64'),
    ]),
  )
}

type Moved = { readonly credentialId: string; readonly reviewDue: string; readonly source: RowSource }

const moveReviews = async (context: WriteContext, moved: readonly Moved[]): Promise<void> => {
  if (moved.length === 0) return
  const { tx, importId, now } = context
  const rows = moved.map(({ credentialId, reviewDue, source }) => ({
    credential_id: credentialId,
    review_due: reviewDue,
    source: provenanceOf(context, source),
  }))
  await tx.query(
    `insert into master_changes (plant_id, subject_kind, subject_id, import_id, changed_at, before, superseded_by)
     select $1, 'credential', c.credential_id, $3, $4, jsonb_build_object('review_due', c.review_due, 'provenance', c.provenance), r.source
     from json_to_recordset($2::json) as r(credential_id text, source jsonb) join credentials c on c.plant_id = $1 and c.credential_id = r.credential_id`,
    [tx.plantId, asRows(rows), importId, now],
  )
  await tx.query(
    `update credentials c set review_due = r.review_due, provenance = c.provenance || jsonb_build_object('reviewDue', r.source), revision = c.revision + 1
     from json_to_recordset($2::json) as r(credential_id text, review_due date, source jsonb) where c.plant_id = $1 and c.credential_id = r.credential_id`,
    [tx.plantId, asRows(rows)],
  )
}
