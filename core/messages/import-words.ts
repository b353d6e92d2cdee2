import type { Field, LedgerKind } from '../people/ledger/fields.ts'
import type { ProblemCode, ProblemParams, RowOutcome } from '../people/ledger/problems.ts'

/** What a language must be able to say about an import; one word missing, and it does not compile. */
export type ImportWords = {
  /** What is wrong, and what to do about it. */
  readonly problems: {
    readonly [C in ProblemCode]: { readonly says: (params: ProblemParams[C]) => string; readonly remedy: string }
  }
  readonly outcomes: { readonly [O in RowOutcome]: string }
  readonly kinds: { readonly [K in LedgerKind]: string }
  readonly fields: { readonly [F in Field]: string }
  /** Heads the column that is added to a returned workbook. */
  readonly reasonColumn: string
}

/** A problem in words; the type of its parameters follows its code, which TypeScript cannot see through the union. */
export const sayProblem = (
  words: ImportWords,
  problem: { readonly code: ProblemCode; readonly params: unknown },
): { readonly says: string; readonly remedy: string } => {
  const { says, remedy } = words.problems[problem.code] as {
    readonly says: (params: unknown) => string
    readonly remedy: string
  }
  return { says: says(problem.params), remedy }
}
