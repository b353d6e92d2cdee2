import { asRows, provenanceOf, type ActionAt, type WriteContext } from './write-context.ts'

/** One verdict per person counts; the one before it goes to history. */
export const writeMedicals = async (context: WriteContext, actions: readonly ActionAt[]): Promise<void> => {
  const { tx, importId, now } = context
  // The last row of a person in this batch wins, as it would one by one: each was judged against the one before.
  const rows = new Map(
    actions.flatMap(({ action, source }) => {
      if (action.kind !== 'put-medical') return []
      const { entry, personId } = action
      return [
        [
          personId,
          {
            person_id: personId,
            verdict: entry.verdict,
            restrictions: entry.restrictions,
            valid_through: entry.validThrough ?? null,
            systolic_mm_hg: entry.systolicMmHg ?? null,
            diastolic_mm_hg: entry.diastolicMmHg ?? null,
            measured_on: entry.examinedOn,
            follow_up_due: entry.followUpDue ?? null,
            updated_on: entry.examinedOn,
            institution: entry.institution ?? null,
            provenance: provenanceOf(context, source),
          },
        ] as const,
      ]
    }),
  )
  if (rows.size === 0) return
  const values = [tx.plantId, asRows([...rows.values()])]
  await tx.query(
    `insert into master_changes (plant_id, subject_kind, subject_id, import_id, changed_at, before, superseded_by)
     select $1, 'medical', r.person_id, $3, $4, to_jsonb(m) - 'plant_id' - 'person_id' - 'revision', r.provenance
     from json_to_recordset($2::json) as r(person_id text, provenance jsonb) left join medicals m on m.plant_id = $1 and m.person_id = r.person_id`,
    [...values, importId, now],
  )
  await tx.query(
    `insert into medicals (plant_id, person_id, verdict, restrictions, valid_through, systolic_mm_hg, diastolic_mm_hg, measured_on, follow_up_due, updated_on, institution, provenance)
     select $1, person_id, verdict, restrictions, valid_through, systolic_mm_hg, diastolic_mm_hg, measured_on, follow_up_due, updated_on, institution, provenance
     from json_to_recordset($2::json) as r(person_id text, verdict text, restrictions text[], valid_through date, systolic_mm_hg integer, diastolic_mm_hg integer,
       measured_on date, follow_up_due date, updated_on date, institution text, provenance jsonb)
     on conflict (plant_id, person_id) do update set verdict = excluded.verdict, restrictions = excluded.restrictions, valid_through = excluded.valid_through,
       systolic_mm_hg = excluded.systolic_mm_hg, diastolic_mm_hg = excluded.diastolic_mm_hg, measured_on = excluded.measured_on,
       follow_up_due = excluded.follow_up_due, updated_on = excluded.updated_on, institution = excluded.institution, provenance = excluded.provenance,
       revision = medicals.revision + 1`,
    values,
  )
}
