import { unitNames } from '../views/unit-names.ts'
import { ledgerDimensions, type LedgerDimension, type LedgerQuery } from '#contract/ledger.ts'

/** The value of a permit in each dimension, as SQL over the tables of `ledgerSource`. */
const valueOf: { readonly [D in Exclude<LedgerDimension, 'alarm'>]: string } = {
  operation: 'p.operation',
  level: `p.operation || '/' || p.level`,
  status: 'p.status',
  unit: `coalesce(pl.facts ->> 'unit', '')`,
  place: 'p.place_id',
  applyUnit: `coalesce(nullif(a.department, ''), '')`,
  workUnit: 'p.work_unit',
  contractor: `case when e.kind = 'contractor' then 'yes' else 'no' end`,
  leader: 'p.leader',
  month: `to_char(to_timestamp(p.window_from / 1000.0) at time zone (select time_zone from plants where plants.plant_id = $1), 'YYYY-MM')`,
}

const tables = `permits p
  left join people a on a.plant_id = p.plant_id and a.person_id = p.applicant
  left join people l on l.plant_id = p.plant_id and l.person_id = p.leader
  left join employers e on e.plant_id = p.plant_id and e.employer_id = p.work_unit
  left join places pl on pl.plant_id = p.plant_id and pl.place_id = p.place_id
  left join ${unitNames} u on u.unit = pl.facts ->> 'unit'`

export type LedgerSource = { readonly sql: string; readonly values: readonly unknown[] }

/** Everything that was asked, as `from … where …`; each value is a parameter and never part of the text. */
export const ledgerSource = (plantId: string, query: LedgerQuery, now: number): LedgerSource => {
  const values: unknown[] = [plantId, now]
  const value = (one: unknown): string => `$${values.push(one)}`
  const conditions = ['p.plant_id = $1']
  for (const dimension of ledgerDimensions) {
    const asked = query[dimension]
    if (asked === undefined || asked.length === 0) continue
    conditions.push(
      dimension === 'alarm'
        ? `exists (select from alarms al where al.plant_id = $1 and al.job_id = p.job_id and al.started_at <= $2 and al.code = any(${value(asked)}))`
        : `${valueOf[dimension]} = any(${value(asked)})`,
    )
  }
  if (query.from !== undefined) conditions.push(`p.window_from >= ${value(query.from)}`)
  if (query.to !== undefined) conditions.push(`p.window_from < ${value(query.to)}`)
  if (query.text) {
    const part = value(`%${likely(query.text)}%`)
    conditions.push(`(p.number ilike ${part} or p.content ilike ${part})`)
  }
  if (query.person)
    conditions.push(
      `exists (select from people who where who.plant_id = $1 and who.person_id = any(array[p.applicant, p.leader] || p.guardians || p.workers || p.approvers)
         and (who.name ilike ${value(`%${likely(query.person)}%`)} or who.person_id = ${value(query.person)}))`,
    )
  return { sql: `from ${tables} where $2::bigint is not null and ${conditions.join(' and ')}`, values }
}

/** A percent sign that somebody typed means itself. */
const likely = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

export const lineColumns = `p.permit_id, p.job_id, p.number, p.operation, p.level, p.risk, p.status, p.place_id, p.place_detail, p.content,
  p.applied_at, p.window_from, p.window_to, p.work_unit, coalesce(e.name, p.work_unit) as work_unit_name, coalesce(e.kind = 'contractor', false) as is_contractor,
  coalesce(a.department, '') as apply_unit, coalesce(a.name, p.applicant) as applicant, coalesce(pl.name, p.place_id) as place, coalesce(u.name, pl.facts ->> 'unit', '') as unit,
  ${namesOf('array[p.leader]')} as leader, ${namesOf('p.guardians')} as guardians, ${namesOf('p.approvers')} as approvers,
  coalesce((select array_agg(distinct al.code order by al.code) from alarms al where al.plant_id = $1 and al.job_id = p.job_id and al.started_at <= $2), '{}') as alarms`

export const lineOrder = 'p.window_from desc, p.permit_id desc'

function namesOf(people: string): string {
  return `coalesce((select string_agg(coalesce(who.name, of.id), '、' order by of.at) from unnest(${people}) with ordinality of(id, at)
    left join people who on who.plant_id = $1 and who.person_id = of.id), '')`
}

/** Dimensions whose values are identities, and where their name stands. */
const namedBy: { readonly [dimension: string]: string } = {
  workUnit: 'employer',
  place: 'place_name',
  unit: 'coalesce(unit_name, unit)',
  leader: 'leader_name',
}

/** One row for each value of each dimension. */
export const countsSql = ({ sql }: LedgerSource): string => `
  with found as (select p.job_id, p.place_id, ${Object.entries(valueOf)
    .map(([dimension, expression]) => `${expression} as "${dimension}"`)
    .join(', ')}, e.name as employer, pl.name as place_name, u.name as unit_name, l.name as leader_name ${sql})
  ${Object.keys(valueOf)
    .map(
      (dimension) =>
        `select '${dimension}' as dimension, "${dimension}" as value, max(${namedBy[dimension] ?? `"${dimension}"`}) as name, count(*) as count from found group by "${dimension}"`,
    )
    .join(' union all ')}
  union all select 'alarm', al.code, al.code, count(*) from found join lateral
    (select distinct code from alarms al where al.plant_id = $1 and al.job_id = found.job_id and al.started_at <= $2) al on true group by al.code
  order by 1, 4 desc, 2`
