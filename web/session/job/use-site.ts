import type { EquipmentId, PlaceId } from '#core/ids.ts'
import { id } from '#core/ids.ts'
import type { FanFacts, InstrumentFacts, PlaceFacts } from '#core/job/facts.ts'
import { fenceMetresMaxOf } from '#core/job/hold-points-of.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Ring } from '#core/place/position.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useRead } from '../use-read.ts'

type Row<F> = { readonly id: string; readonly name: string; readonly facts: Omit<F, 'id' | 'revision'> }
type EquipmentRow =
  | (Row<FanFacts> & { readonly kind: 'fan' })
  | (Row<InstrumentFacts> & { readonly kind: 'instrument' })

export type Named<F> = { readonly name: string; readonly facts: F }

/** A place as the server knows it; undefined while it is on its way or where there is none. */
export const usePlace = (place: string | undefined): Named<PlaceFacts> | undefined => {
  const { data } = useRead<{ readonly rows: readonly Row<PlaceFacts>[] }>(['places'], '/api/places')
  const row = data?.rows.find((one) => one.id === place)
  return row && { name: row.name, facts: { ...row.facts, id: id<PlaceId>(row.id), revision: '' } }
}

export type Equipment = {
  readonly fans: readonly Named<FanFacts>[]
  readonly instruments: readonly Named<InstrumentFacts>[]
}

export const useEquipment = (): Equipment | undefined => {
  const { data } = useRead<{ readonly rows: readonly EquipmentRow[] }>(['equipment'], '/api/equipment')
  return (
    data && {
      fans: data.rows.flatMap((row) =>
        row.kind === 'fan'
          ? [{ name: row.name, facts: { ...row.facts, id: id<EquipmentId>(row.id), revision: '' } }]
          : [],
      ),
      instruments: data.rows.flatMap((row) =>
        row.kind === 'instrument'
          ? [{ name: row.name, facts: { ...row.facts, id: id<EquipmentId>(row.id), revision: '' } }]
          : [],
      ),
    }
  )
}

/** Where whoever records something of this job has to stand; undefined where the rulebook asks for no place. */
export const fenceOf = (
  record: Pick<JobRecord, 'permits'>,
  rulebook: Rulebook,
  place: PlaceFacts | undefined,
): { readonly ring: Ring; readonly metresMax: number } | undefined => {
  const metresMax = fenceMetresMaxOf(record, rulebook)
  return metresMax === null || !place ? undefined : { ring: place.fence, metresMax }
}
