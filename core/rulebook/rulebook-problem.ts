/** What can be wrong with a rulebook as data, each with what one must know to put it right. */
export type RulebookProblemParams = {
  'wrong-kind': { expected: string }
  'field-missing': { field: string }
  'field-unknown': { field: string }
  'word-unknown': { word: string; known: readonly string[] }
  'number-out-of-range': { value: number; min: number; max: number | null }
  'list-empty': Record<never, never>
  'grounds-not-one': { given: 'none' | 'both' }
  'floor-without-clause': Record<never, never>
  'certainty-without-clause': Record<never, never>
  'floor-from-memory': { clause: string }
  'rule-unknown': { rule: string }
  'parameter-missing': { rule: string; parameter: string }
  'parameter-unknown': { rule: string; parameter: string }
  'condition-malformed': Record<never, never>
  'fact-unknown': { fact: string }
  'comparison-unfit': { fact: string; comparison: string }
  'category-unknown': { category: string }
  'level-unknown': { level: string }
  'level-without-approval': { level: string }
  'operation-unknown': { operation: string }
  'id-differs-from-key': { id: string; key: string }
  'id-repeated': { id: string }
  'last-row-conditional': Record<never, never>
  'row-unreachable': Record<never, never>
  'hold-points-out-of-order': { expected: readonly string[]; given: readonly string[] }
  'limits-disagree': { rule: string; parameter: string; demanded: number; declared: number }
}

export type RulebookProblemCode = keyof RulebookProblemParams

/** `path` leads to the place in the rulebook, as in `operations.hot-work.levels.0.feedCode`. */
export type RulebookProblem = {
  readonly [C in RulebookProblemCode]: {
    readonly path: string
    readonly code: C
    readonly params: RulebookProblemParams[C]
  }
}[RulebookProblemCode]
