import type { OperationId } from '../ids.ts'
import type { Grounds } from '../rulebook/grounds.ts'
import type { Problem, Refusal } from './refusal.ts'

/** Says of a problem by which clause, or by whose decision, it is one. */
export const ground = (problem: Problem, grounds: Grounds, operation?: OperationId): Refusal => ({
  ...problem,
  clause: grounds.clause ?? null,
  source: grounds.clause === undefined ? grounds.source : 'standard',
  ...(operation === undefined ? {} : { operation }),
})
