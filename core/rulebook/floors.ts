import { compareEditions } from './compare-editions.ts'
import type { Rulebook } from './rulebook.ts'

/** A demand of the standard that an edition would weaken. */
export type FloorBreach = {
  readonly path: string
  readonly clause: string
  readonly change: 'looser' | 'gone' | 'unclear'
}

/**
 * Where an edition asks for less than the standard does; publishing refuses it as long as there is any. A change of which
 * nobody can show that it asks for as much is a breach as well. Only floors count: what is the enterprise's own, or a number
 * that the standard leaves open, may be changed at will.
 */
export const floorBreaches = (edition: Rulebook, standard: Rulebook): readonly FloorBreach[] =>
  compareEditions(standard, edition).flatMap(({ path, change, grounds }): readonly FloorBreach[] =>
    grounds.floor === true && (change === 'looser' || change === 'gone' || change === 'unclear')
      ? [{ path, clause: grounds.clause, change }]
      : [],
  )
