import { activitiesOf } from '../../job/activities.ts'
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

/**
 * The same, whichever of the two is applied for later: a row of the neighbour's kind that is about this work holds as well, so that
 * painting does not begin beside a fire that was there first.
 */
export const neighboursGoTogether = defineRequirement({
  id: 'no-neighbour-conflicts@2',
  parameters: {},
  check: (_, { operation, facts, application, rulebook }) => {
    if (!facts.neighbours) return unmet({ code: 'neighbours-unknown', params: {} })
    const { place, blind } = facts
    if (!place) return unmet({ code: 'place-unknown', params: { place: application.place } })
    const atThatTime = facts.neighbours.filter(({ window }) => windowsOverlap(window, application.window))
    if (atThatTime.length === 0) return met
    const here = { ...place, ...(blind ? { pipe: blind.pipe } : {}) }
    const ours = { operations: [operation.id], activities: activitiesOf(application, operation.id) }
    return unmet(
      ...atThatTime.flatMap((neighbour) => {
        const rows = [
          ...operation.conflicts.filter(isAbout(neighbour)),
          ...neighbour.operations.flatMap((theirs) =>
            (rulebook.operations[theirs]?.conflicts ?? [])
              .filter(isAbout(ours))
              .map((row) => ({ ...row, with: { operation: theirs } })),
          ),
        ]
        return oncePerKind(rows.flatMap((row) => judge(row, neighbour, here)))
      }),
    )
  },
})

/** Both kinds may have a row about the other: that is one thing that is wrong. */
const oncePerKind = (problems: readonly Problem[]): readonly Problem[] => {
  const nameOf = ({ code, params }: Problem): string =>
    `${code} ${'operation' in params ? String(params.operation) : ''}`
  return problems.filter((one, i) => problems.findIndex((other) => nameOf(other) === nameOf(one)) === i)
}

const isAbout =
  ({ operations, activities }: Pick<Neighbour, 'operations' | 'activities'>) =>
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
