import { levelsOf } from '#core/people/ledger/vocabulary.ts'
import type { PositionKey } from './plant-structure.ts'

/** The operations in the order in which the plant's matrix lists them. */
export const matrixOperations = [
  'hot-work',
  'confined-space',
  'work-at-height',
  'lifting',
  'temporary-power',
  'blinding',
  'excavation',
  'road-closing',
] as const

/** How many of an operation's levels, counted from the lowest, a position may work at; 0 is none. */
export const levelsAllowed: { readonly [P in PositionKey]?: readonly number[] } = {
  'crew-leader': [3, 1, 4, 3, 1, 1, 1, 1],
  welder: [3, 1, 2, 0, 0, 0, 0, 0],
  fitter: [2, 1, 2, 1, 0, 1, 1, 1],
  electrician: [2, 1, 2, 0, 1, 0, 0, 0],
  'instrument-technician': [1, 1, 2, 0, 1, 0, 0, 0],
  rigger: [0, 1, 2, 3, 0, 0, 0, 0],
  'crane-operator': [0, 0, 0, 3, 0, 0, 0, 0],
  scaffolder: [0, 1, 4, 1, 0, 0, 0, 0],
  operator: [0, 1, 1, 0, 0, 1, 0, 1],
  guardian: [3, 1, 4, 3, 1, 1, 1, 1],
  'safety-officer': [3, 1, 4, 3, 1, 1, 1, 1],
  analyst: [0, 0, 1, 0, 0, 0, 0, 0],
  'boiler-operator': [0, 1, 1, 0, 0, 1, 0, 0],
  'refrigeration-operator': [0, 1, 1, 0, 0, 1, 0, 0],
  'forklift-driver': [0, 0, 0, 1, 0, 0, 0, 1],
  'process-engineer': [1, 1, 1, 0, 0, 1, 0, 0],
}

/** The same as the master table keeps it: position → operation → the highest level. */
export const demoMatrix: { readonly [position: string]: { readonly [operation: string]: string } } = Object.fromEntries(
  Object.entries(levelsAllowed).map(([position, counts]) => [
    position,
    Object.fromEntries(
      matrixOperations.flatMap((operation, at) => {
        const highest = levelsOf[operation]?.[(counts[at] ?? 0) - 1]
        return highest === undefined ? [] : [[operation, highest]]
      }),
    ),
  ]),
)
