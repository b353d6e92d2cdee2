import type { IsolationOfJob, IsolationRegister, PointView } from '#contract/isolation.ts'
import type { JobId, PersonId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import { readPoints, readPointsAround, type PointRow } from '../isolation/point-rows.ts'
import { readReliers } from '../isolation/reliers.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readNames } from './names.ts'

/** Every point with its condition and who relies on it, by number. */
export const readIsolationRegister = async (tx: Tx): Promise<IsolationRegister> => {
  const points = await withReliers(tx, await readPoints(tx))
  return { points, names: await readNames(tx, points) }
}

/** The points that a job needs or could name; undefined where there is no such job. */
export const readIsolationOfJob = async (
  tx: Tx,
  job: JobId,
  asker: PersonId | null,
): Promise<IsolationOfJob | undefined> => {
  const state = replay(
    (await readEvents(tx, job)).map(({ event }) => event),
    job,
  )
  if (!('record' in state)) return undefined
  const { application, permits } = state.record
  const rows = await readPointsAround(tx, job, application.place)
  const views = await withReliers(tx, rows)
  const points = views.map((view, at) => {
    const isNamed = rows[at]?.namedBy.includes(job) ?? false
    return {
      ...view,
      isNamed,
      isNeeded: isNamed || permits.some(({ operation }) => view.alwaysFor.includes(operation)),
    }
  })
  const offered = [
    application.leader,
    ...application.guardians,
    ...application.crew.map(({ person }) => person),
    ...(asker === null ? [] : [asker]),
  ]
  const { rows: people } = await tx.query<{ id: string; name: string }>(
    `select person_id as id, name from people where plant_id = $1 and employment = 'active' and person_id = any($2)
     order by array_position($2, person_id)`,
    [tx.plantId, offered],
  )
  return { points, names: await readNames(tx, [job, points]), people }
}

const withReliers = async (tx: Tx, rows: readonly PointRow[]): Promise<readonly PointView[]> => {
  const reliers = await readReliers(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ namedBy: _namedBy, version: _version, ...point }) => ({
    ...point,
    reliers: reliers[point.id] ?? [],
  }))
}
