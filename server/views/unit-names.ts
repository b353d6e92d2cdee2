import type { Tx } from '../store/database.ts'

/** What the plant calls its units, as a table of SQL with the plant as `$1`: the department of those who work there. */
export const unitNames = `(select distinct on (who.unit) who.unit, who.department as name from people who
  join employers own on own.plant_id = who.plant_id and own.employer_id = who.employer_id and own.kind = 'own'
  where who.plant_id = $1 order by who.unit, who.department)`

export const readUnits = async (tx: Tx): Promise<readonly { readonly unit: string; readonly name: string }[]> => {
  const { rows } = await tx.query<{ unit: string; name: string }>(
    `select unit, name from ${unitNames} units where unit <> '' order by unit`,
    [tx.plantId],
  )
  return rows
}
