import type { Neighbour, PlaceFacts } from '../../job/facts.ts'
import type { Problem } from '../../job/refusal.ts'
import type { Conflict } from '../../rulebook/rulebook.ts'
import { windowsOverlap } from '../../time/window.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** No job nearby at the same time is of a kind that must not go together with this one. */
export const noNeighbourConflicts = defineRequirement({
  id: 'no-neighbour-conflicts@1',
  parameters: {},
  check: (_, { operation, facts, application }) => {
    if (!facts.neighbours) return unmet({ code: 'neighbours-unknown', params: {} })
    const { place } = facts
    if (!place) return unmet({ code: 'place-unknown', params: { place: application.place } })
    const problems: Problem[] = []
    for (const neighbour of facts.neighbours)
      if (windowsOverlap(neighbour.window, application.window))
        for (const conflict of operation.conflicts)
          if (isOnUnknownPipe(conflict, neighbour, place))
            problems.push({ code: 'pipe-unknown', params: { place: place.id } })
          else if (isHit(conflict, neighbour, place)) problems.push(toProblem(conflict, neighbour))
    return unmet(...problems)
  },
})

/** A place of which nobody said on which pipe it lies may lie on the same one. */
const isOnUnknownPipe = ({ with: other, within }: Conflict, neighbour: Neighbour, place: PlaceFacts): boolean =>
  'same' in within &&
  within.same === 'pipe' &&
  neighbour.operations.includes(other.operation) &&
  (place.pipe === undefined || neighbour.pipe === undefined)

const isHit = ({ with: other, within }: Conflict, neighbour: Neighbour, place: PlaceFacts): boolean => {
  if (!neighbour.operations.includes(other.operation)) return false
  if (other.activity !== undefined && !neighbour.activities.includes(other.activity)) return false
  if ('metresMax' in within) return neighbour.distanceMetres <= within.metresMax
  switch (within.same) {
    case 'place':
      return neighbour.isSamePlace
    case 'pipe':
      return place.pipe !== undefined && neighbour.pipe === place.pipe
    case 'dike':
      // A place of which nobody said that it lies outside any dike may lie in one.
      return place.isInMajorHazardDike !== false && neighbour.isSamePlace
  }
}

const toProblem = ({ id, with: { operation }, within }: Conflict, { job, distanceMetres }: Neighbour): Problem => ({
  code: 'neighbour-conflicts',
  params: { job, operation, distanceMetres, metresMax: 'metresMax' in within ? within.metresMax : null, conflict: id },
})
