import type { PlaceId } from '../ids.ts'
import type { PlaceFacts } from '../job/facts.ts'
import { distanceBetweenRingsMetres, type Ring } from './position.ts'

/** What is cleared: the whole plant, a unit, or everything around a place. */
export type EvacuationScope =
  | { readonly kind: 'plant' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'around'; readonly place: PlaceId; readonly metres: number }

/**
 * Whether a place has to be cleared. `centre` is the fence of the place around which it is called; where that or the
 * place's own fence is not known, the place counts as inside.
 */
export const mustClear = (
  scope: EvacuationScope,
  place: Pick<PlaceFacts, 'id' | 'unit' | 'fence'>,
  centre: Ring | undefined,
): boolean => {
  switch (scope.kind) {
    case 'plant':
      return true
    case 'unit':
      return place.unit === scope.unit
    case 'around':
      return (
        place.id === scope.place ||
        !isMeasurable(centre) ||
        !isMeasurable(place.fence) ||
        !(distanceBetweenRingsMetres(centre, place.fence) > scope.metres)
      )
  }
}

/** It is over when everybody was seen safe, or when somebody says where those are who were not. */
export const mayCallOff = (missing: number, note: string): boolean => missing === 0 || note.trim() !== ''

const isMeasurable = (fence: Ring | undefined): fence is Ring => fence !== undefined && fence.length >= 3
