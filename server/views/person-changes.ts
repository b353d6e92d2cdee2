import type { PersonFile, SourceView } from '#contract/people.ts'
import type { Tx } from '../store/database.ts'

type Change = PersonFile['changes'][number]
type Row = {
  readonly kind: Change['kind']
  readonly subject: string
  readonly at: number
  readonly before: { readonly [column: string]: unknown } | null
  readonly source: SourceView
  readonly undoneAt: number | null
}

/** Columns whose replacement is told, under the names that the screens have words for. Sealed values are never among them. */
const told: { readonly [K in Change['kind']]: { readonly [column: string]: string } } = {
  person: {
    name: 'name',
    department: 'department',
    position_id: 'position',
    shift_team: 'team',
    employment: 'employment',
    staff_number: 'staffNumber',
    hired_on: 'hiredOn',
  },
  credential: { review_due: 'reviewDue' },
  medical: {
    verdict: 'verdict',
    restrictions: 'restrictions',
    valid_through: 'validThrough',
    measured_on: 'examinedOn',
    systolic_mm_hg: 'systolic',
    diastolic_mm_hg: 'diastolic',
    follow_up_due: 'followUpDue',
  },
}

const changesMax = 500

/** What each value was before something replaced it, and by what; the newest first. */
export const readChanges = async (tx: Tx, personId: string): Promise<Change[]> => {
  const { rows } = await tx.query<Row>(
    `select subject_kind as kind, subject_id as subject, changed_at as at, before - 'secrets' - 'number_sealed' - 'number_index' as before,
            superseded_by as source, undone_at as "undoneAt"
     from master_changes where plant_id = $1 and ((subject_kind in ('person', 'medical') and subject_id = $2)
       or (subject_kind = 'credential' and subject_id in (select credential_id from credentials where plant_id = $1 and person_id = $2)))
     order by change_id limit ${changesMax}`,
    [tx.plantId, personId],
  )
  const present = await readPresent(tx, personId)
  return rows
    .flatMap((row, index) => {
      const { kind, subject, at, before, source, undoneAt } = row
      if (before === null) return []
      const next = rows.slice(index + 1).find((later) => later.kind === kind && later.subject === subject)
      const after = next?.before ?? present.get(`${kind} ${subject}`) ?? {}
      return Object.entries(told[kind]).flatMap(([column, field]) => {
        if (!(column in before)) return []
        const [was, became] = [toText(before[column]), toText(after[column])]
        // What was undone stands again as it was, and yet it was changed once.
        return was === became ? [] : [{ kind, field, was, became, at, source, undoneAt }]
      })
    })
    .toReversed()
}

const readPresent = async (tx: Tx, personId: string): Promise<Map<string, { readonly [column: string]: unknown }>> => {
  const { rows } = await tx.query<{ key: string; row: { readonly [column: string]: unknown } }>(
    `select 'person ' || person_id as key, to_jsonb(p) as row from people p where plant_id = $1 and person_id = $2
     union all select 'medical ' || person_id, to_jsonb(m) from medicals m where plant_id = $1 and person_id = $2
     union all select 'credential ' || credential_id, jsonb_build_object('review_due', review_due) from credentials where plant_id = $1 and person_id = $2`,
    [tx.plantId, personId],
  )
  return new Map(rows.map(({ key, row }) => [key, row]))
}

const toText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(toText).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
