import type { Problem, ProblemCode, ProblemParams } from '../ledger/problems.ts'

/** What became of a text: its value, or the one thing that is wrong with it. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const accept = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })

export const refuse = <Code extends ProblemCode>(code: Code, params: ProblemParams[Code]): Parsed<never> => ({
  ok: false,
  problem: { code, params } as Problem,
})
