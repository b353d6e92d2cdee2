import type { CalendarVersion } from '#contract/calendar.ts'
import type { CalendarDay, EnteredKind } from '#core/calendar/calendar-day.ts'
import type { PersonId } from '#core/ids.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

type Row = {
  day: IsoDate
  version: number
  kind: EnteredKind | null
  name: string
  is_provisional: boolean
  changed_by: string | null
  changed_at: EpochMs
}

/** An account that is nobody's is called by its login. */
const withNames = `select c.*, coalesce(p.name, a.login) as changed_by from calendar_entries c
  left join people p on p.plant_id = c.plant_id and p.person_id = c.changed_by
  left join accounts a on a.plant_id = c.plant_id and a.account_id = c.changed_account`

export type Span = { readonly from: IsoDate; readonly through: IsoDate }

export const wholeYears = (from: number, through: number): Span => ({
  from: `${from}-01-01` as IsoDate,
  through: `${through}-12-31` as IsoDate,
})

/** What is entered for the days of a span, as decisions read it. */
export const readEntries = async (
  tx: Tx,
  { from, through }: Span,
): Promise<readonly Pick<CalendarDay, 'day' | 'kind'>[]> => {
  const { rows } = await tx.query<{ day: IsoDate; kind: EnteredKind }>(
    `select day, kind from (select distinct on (day) day, kind from calendar_entries
       where plant_id = $1 and day between $2 and $3 order by day, version desc) latest where kind is not null`,
    [tx.plantId, from, through],
  )
  return rows
}

/** The same with names and who said so, and with the days of which it was taken back. */
export const readCalendar = async (tx: Tx, { from, through }: Span): Promise<readonly CalendarVersion[]> => {
  const { rows } = await tx.query<Row>(
    `select distinct on (day) named.* from (${withNames} where c.plant_id = $1 and c.day between $2 and $3) named
     order by day, version desc`,
    [tx.plantId, from, through],
  )
  return rows.map(toVersion)
}

/** How one day came to be what it is, the newest first. */
export const readDayHistory = async (tx: Tx, day: IsoDate): Promise<readonly CalendarVersion[]> => {
  const { rows } = await tx.query<Row>(`${withNames} where c.plant_id = $1 and c.day = $2 order by version desc`, [
    tx.plantId,
    day,
  ])
  return rows.map(toVersion)
}

export type NewVersion = Omit<CalendarVersion, 'changedBy' | 'changedAt'>

export const appendCalendarVersions = (
  tx: Tx,
  versions: readonly NewVersion[],
  by: { readonly person: PersonId | null; readonly account: string; readonly at: EpochMs },
): Promise<unknown> =>
  tx.query(
    `insert into calendar_entries (plant_id, day, version, kind, name, is_provisional, changed_by, changed_account, changed_at)
     select $1, day, version, kind, name, "isProvisional", $3, $4, $5
     from jsonb_to_recordset($2::jsonb) as r(day date, version integer, kind text, name text, "isProvisional" boolean)`,
    [tx.plantId, JSON.stringify(versions), by.person, by.account, by.at],
  )

const toVersion = ({ day, version, kind, name, is_provisional, changed_by, changed_at }: Row): CalendarVersion => ({
  day,
  version,
  kind,
  name,
  isProvisional: is_provisional,
  changedBy: changed_by,
  changedAt: changed_at,
})
