import type { CallEvacuation, StandingEvacuation } from '#contract/evacuations.ts'
import type { PersonId, PlaceId } from '#core/ids.ts'
import type { Facts, PlaceFacts } from '#core/job/facts.ts'
import { mustClear, type EvacuationScope } from '#core/place/evacuation.ts'
import type { Ring } from '#core/place/position.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

type Head = { readonly person: PersonId; readonly job: string; readonly wasInside: boolean }

export const insertEvacuation = async (
  tx: Tx,
  { id, scope, reason, now, by }: CallEvacuation & { id: string; now: EpochMs; by: PersonId | null },
): Promise<void> => {
  await tx.query(
    'insert into evacuations (plant_id, evacuation_id, scope, reason, called_at, called_by) values ($1, $2, $3, $4, $5, $6)',
    [tx.plantId, id, JSON.stringify(scope), reason, now, by],
  )
}

/** Whoever was counted in two jobs is one head, and was inside when either says so. */
export const insertHeads = async (tx: Tx, id: string, heads: readonly Head[]): Promise<void> => {
  await tx.query(
    `insert into evacuation_heads (plant_id, evacuation_id, person_id, job_id, was_inside)
     select $1, $2, person, min(job), bool_or("wasInside")
     from jsonb_to_recordset($3::jsonb) as r(person text, job text, "wasInside" boolean) group by person
     on conflict do nothing`,
    [tx.plantId, id, JSON.stringify(heads)],
  )
}

/** Somebody was seen safe; the first who saw them stands. False where nobody asks for this person any more. */
export const countSafe = async (
  tx: Tx,
  { id, person, by, now }: { id: string; person: string; by: string; now: EpochMs },
): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `update evacuation_heads set safe_at = coalesce(safe_at, $4), counted_by = coalesce(counted_by, $5)
     where plant_id = $1 and evacuation_id = $2 and person_id = $3`,
    [tx.plantId, id, person, now, by],
  )
  return rowCount === 1
}

/** Whom nobody has seen safe yet. */
export const missingHeads = async (tx: Tx, id: string): Promise<readonly string[]> => {
  const { rows } = await tx.query<{ name: string }>(
    `select p.name from evacuation_heads h join people p on p.plant_id = h.plant_id and p.person_id = h.person_id
     where h.plant_id = $1 and h.evacuation_id = $2 and h.safe_at is null order by p.name`,
    [tx.plantId, id],
  )
  return rows.map(({ name }) => name)
}

export const endEvacuation = async (
  tx: Tx,
  { id, by, note, now }: { id: string; by: string; note: string; now: EpochMs },
): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `update evacuations set ended_at = $3, ended_by = $4, note = $5
     where plant_id = $1 and evacuation_id = $2 and ended_at is null`,
    [tx.plantId, id, now, by, note],
  )
  return rowCount === 1
}

type PlaceRow = { place_id: PlaceId; facts: Omit<PlaceFacts, 'id'> }

const readPlaces = async (tx: Tx): Promise<readonly Pick<PlaceFacts, 'id' | 'unit' | 'fence'>[]> =>
  (await tx.query<PlaceRow>('select place_id, facts from places where plant_id = $1', [tx.plantId])).rows.map(
    ({ place_id: id, facts: { unit, fence } }) => ({ id, unit, fence }),
  )

/** The places that a scope clears. */
export const placesToClear = async (tx: Tx, scope: EvacuationScope): Promise<readonly PlaceId[]> => {
  const places = await readPlaces(tx)
  const centre = centreOf(scope, places)
  return places.filter((place) => mustClear(scope, place, centre)).map(({ id }) => id)
}

const centreOf = (scope: EvacuationScope, places: readonly Pick<PlaceFacts, 'id' | 'fence'>[]): Ring | undefined =>
  scope.kind === 'around' ? places.find(({ id }) => id === scope.place)?.fence : undefined

type StandingRow = { evacuation_id: string; scope: EvacuationScope; called_at: EpochMs }

/** Evacuations that stand over a place; read behind the lock of whoever wants to start there. */
export const gatherEvacuations = async (tx: Tx, place: PlaceFacts): Promise<NonNullable<Facts['evacuations']>> => {
  const { rows } = await tx.query<StandingRow>(
    'select evacuation_id, scope, called_at from evacuations where plant_id = $1 and ended_at is null order by called_at',
    [tx.plantId],
  )
  if (rows.length === 0) return []
  const places = await readPlaces(tx)
  return rows
    .filter(({ scope }) => mustClear(scope, place, centreOf(scope, places)))
    .map(({ evacuation_id: id, called_at: since }) => ({ id, since }))
}

type StandingPage = {
  id: string
  scope: StandingEvacuation['scope']
  scope_name: string | null
  reason: string
  since: EpochMs
  by: string | null
  stopped: StandingEvacuation['stopped']
  heads: StandingEvacuation['heads']
}

/** What stands now, with whom it still looks for first. */
export const readStanding = async (tx: Tx): Promise<readonly StandingEvacuation[]> => {
  const { rows } = await tx.query<StandingPage>(
    `select e.evacuation_id as id, e.scope, e.reason, e.called_at as since,
       (select name from people p where p.plant_id = $1 and p.person_id = e.called_by) as by,
       case e.scope ->> 'kind'
         when 'around' then (select name from places p where p.plant_id = $1 and p.place_id = e.scope ->> 'place')
         when 'unit' then coalesce((select department from people p where p.plant_id = $1 and p.unit = e.scope ->> 'unit' limit 1), e.scope ->> 'unit')
       end as scope_name,
       coalesce((select jsonb_agg(jsonb_build_object('person', h.person_id, 'name', p.name, 'job', h.job_id, 'wasInside', h.was_inside, 'safeAt', h.safe_at)
                 order by h.safe_at is not null, not h.was_inside, p.name)
          from evacuation_heads h join people p on p.plant_id = $1 and p.person_id = h.person_id
          where h.plant_id = $1 and h.evacuation_id = e.evacuation_id), '[]') as heads,
       coalesce((select jsonb_agg(distinct jsonb_build_object('job', j.job_id, 'place', pl.name, 'content', j.content))
          from evacuation_heads h join jobs j on j.plant_id = $1 and j.job_id = h.job_id
          join places pl on pl.plant_id = $1 and pl.place_id = j.place_id
          where h.plant_id = $1 and h.evacuation_id = e.evacuation_id), '[]') as stopped
     from evacuations e where e.plant_id = $1 and e.ended_at is null order by e.called_at`,
    [tx.plantId],
  )
  return rows.map(({ scope_name: scopeName, ...row }) => ({ ...row, scopeName }))
}
