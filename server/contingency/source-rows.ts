import type { Source } from '#core/contingency/source.ts'
import type { SourceId } from '#core/ids.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import type { SourceKind } from '#core/rulebook/contingency-mode.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

export type SourceRow = Source & { readonly name: string; readonly places: readonly string[] }

const select = `select s.source_id as id, s.kind, s.heard_at as "lastHeardAt", s.places, e.name
  from sources s join equipment e on e.plant_id = s.plant_id and e.equipment_id = s.source_id
  where s.plant_id = $1`

export const readSources = async (tx: Tx): Promise<readonly SourceRow[]> => {
  const { rows } = await tx.query<SourceRow & { kind: SourceKind }>(`${select} order by e.name`, [tx.plantId])
  return rows
}

/** Those that watch over a place: themselves, over what it lies in, or over the whole plant. */
export const readSourcesOf = async (tx: Tx, place: Pick<PlaceFacts, 'id' | 'parent'>): Promise<readonly Source[]> => {
  const { rows } = await tx.query<SourceRow>(
    `${select} and (s.places = '{}' or s.places && $2::text[]) order by e.name`,
    [tx.plantId, [place.id, ...(place.parent === undefined ? [] : [place.parent])]],
  )
  return rows.map(({ id, kind, lastHeardAt }) => ({ id, kind, lastHeardAt }))
}

/** A sign of life. One that comes in late never takes back a later one. */
export const hearSource = async (tx: Tx, source: SourceId, at: EpochMs): Promise<boolean> => {
  const { rowCount } = await tx.query(
    'update sources set heard_at = greatest(coalesce(heard_at, 0), $3) where plant_id = $1 and source_id = $2',
    [tx.plantId, source, at],
  )
  return (rowCount ?? 0) > 0
}
