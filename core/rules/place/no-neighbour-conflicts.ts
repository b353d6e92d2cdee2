import type { Neighbour, PlaceFacts } from '../../job/facts.ts'
import type { Problem } from '../../job/refusal.ts'
import type { Conflict } from '../../rulebook/rulebook.ts'
import { windowsOverlap } from '../../time/window.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** No job nearby at the same time is of a kind that must not go together with this one. */
export const noNeighbourConflicts = defineRequirement({
  id: 'no-neighbour-conflicts@1',
  parameters: {},
  check: (_, { operation, facts, application }) => {
    if (!facts.neighbours) return unmet({ code: 'neighbours-unknown', params: {} })
    const { place, blind } = facts
    if (!place) return unmet({ code: 'place-unknown', params: { place: application.place } })
    const atThatTime = facts.neighbours.filter(({ window }) => windowsOverlap(window, application.window))
    if (atThatTime.length === 0) return met
    // A blind knows its pipe better than the place does, along which several may run.
    const here = { ...place, ...(blind ? { pipe: blind.pipe } : {}) }
    return unmet(
      ...atThatTime.flatMap((neighbour) =>
        operation.conflicts.filter(isAbout(neighbour)).flatMap((conflict) => judge(conflict, neighbour, here)),
      ),
    )
  },
})

const isAbout =
  ({ operations, activities }: Neighbour) =>
  ({ with: { operation, activity } }: Conflict): boolean =>
    operations.includes(operation) && (activity === undefined || activities.includes(activity))

/** What cannot be told refuses: an unmeasured place may be near, an unnamed pipe the same one. */
const judge = (conflict: Conflict, neighbour: Neighbour, here: PlaceFacts): readonly Problem[] => {
  const { within, with: other } = conflict
  const { job, distanceMetres, isSamePlace } = neighbour
  const hit: Problem = {
    code: 'neighbour-conflicts',
    params: {
      job,
      operation: other.operation,
      distanceMetres: distanceMetres ?? 0,
      metresMax: 'metresMax' in within ? within.metresMax : null,
      conflict: conflict.id,
    },
  }
  if ('metresMax' in within) {
    const { metresMax } = within
    if (isSamePlace) return [hit]
    if (distanceMetres === null)
      return [{ code: 'neighbour-distance-unknown', params: { job, operation: other.operation, metresMax } }]
    return distanceMetres <= metresMax ? [hit] : []
  }
  switch (within.same) {
    case 'place':
      return isSamePlace ? [hit] : []
    case 'pipe':
      if (here.pipe === undefined || neighbour.pipe === undefined)
        return [{ code: 'pipe-unknown', params: { place: here.id } }]
      return here.pipe === neighbour.pipe ? [hit] : []
    case 'dike':
      return mayShareDike(dikeOf(here), neighbour.dike) ? [hit] : []
  }
}

/** Null: surely in none. Undefined: nobody said, and so it may be any. */
export const dikeOf = ({ dike, isInMajorHazardDike }: Pick<PlaceFacts, 'dike' | 'isInMajorHazardDike'>) =>
  dike ?? (isInMajorHazardDike === false ? null : undefined)

const mayShareDike = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one !== null && other !== null && (one === undefined || other === undefined || one === other)
