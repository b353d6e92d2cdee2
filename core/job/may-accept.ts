import type { PersonId } from '../ids.ts'
import type { PersonFacts } from './facts.ts'

/** Somebody of the unit that owns a place who answers for something there. */
export const answersForUnit = (
  { unit, authorities }: Pick<PersonFacts, 'unit' | 'authorities'>,
  placeUnit: string | undefined,
): boolean => unit === placeUnit && authorities.length > 0

/** Who accepts for the unit: the same people whose duty it is, and nobody who had a hand in the work (4.15). */
export const mayAcceptForUnit = (
  person: PersonId,
  known: Pick<PersonFacts, 'unit' | 'authorities' | 'employment'> | undefined,
  placeUnit: string | undefined,
  involved: readonly PersonId[],
): boolean => known?.employment === 'active' && answersForUnit(known, placeUnit) && !involved.includes(person)
