import type { TimeOfDay } from '../time/epoch.ts'
import type { RiskLevel } from './rulebook.ts'
import { riskOrder } from './risk-order.ts'

/**
 * When a row of the rulebook holds. A typed tree, never an expression text: an editor can draw it, a sentence can say
 * it, and a fact that is missing makes it unknown instead of false.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: string | boolean }
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly includes: string }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: 'risk'; readonly atLeast: RiskLevel }
  | { readonly fact: string; readonly above: number }
  | { readonly fact: string; readonly atMost: number }
  | { readonly fact: string; readonly below: number }
  | { readonly fact: 'window'; readonly overlaps: { readonly from: TimeOfDay; readonly to: TimeOfDay } }

export type Truth = 'yes' | 'no' | 'unknown'

/** What a condition may look at; `undefined` is unknown. */
export type ConditionValue = string | boolean | number | readonly string[] | undefined

/** Facts by name, and the one question about time that needs a calendar. */
export type ConditionView = {
  readonly value: (fact: string) => ConditionValue
  readonly windowOverlaps: (from: TimeOfDay, to: TimeOfDay) => boolean
}

/** Three-valued: a single unknown spoils an `all` unless something in it is surely false, and likewise for `any`. */
export const holds = (condition: Condition, view: ConditionView): Truth => {
  if ('all' in condition) return allOf(condition.all, view)
  if ('any' in condition)
    return negate(
      allOf(
        condition.any.map((part) => ({ not: part })),
        view,
      ),
    )
  if ('not' in condition) return negate(holds(condition.not, view))
  if ('overlaps' in condition) return truthOf(view.windowOverlaps(condition.overlaps.from, condition.overlaps.to))
  return compare(condition, view.value(condition.fact))
}

const truthOf = (yes: boolean): Truth => (yes ? 'yes' : 'no')
const negate = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown')

const allOf = (parts: readonly Condition[], view: ConditionView): Truth => {
  let truth: Truth = 'yes'
  for (const part of parts) {
    const one = holds(part, view)
    if (one === 'no') return 'no'
    if (one === 'unknown') truth = 'unknown'
  }
  return truth
}

type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown } | { overlaps: unknown }>

/** A value of another type than the comparison asks for is as unknown as none at all. */
const compare = (condition: Comparison, value: ConditionValue): Truth => {
  if (value === undefined) return 'unknown'
  if ('is' in condition) return typeof value === typeof condition.is ? truthOf(value === condition.is) : 'unknown'
  if ('in' in condition) return typeof value === 'string' ? truthOf(condition.in.includes(value)) : 'unknown'
  if ('includes' in condition) return Array.isArray(value) ? truthOf(value.includes(condition.includes)) : 'unknown'
  if ('atLeast' in condition && typeof condition.atLeast === 'string') {
    const rank = riskOrder.findIndex((risk) => risk === value)
    return rank < 0 ? 'unknown' : truthOf(rank >= riskOrder.indexOf(condition.atLeast))
  }
  if (typeof value !== 'number' || Number.isNaN(value)) return 'unknown'
  if ('atLeast' in condition) return truthOf(value >= condition.atLeast)
  if ('above' in condition) return truthOf(value > condition.above)
  if ('atMost' in condition) return truthOf(value <= condition.atMost)
  return truthOf(value < condition.below)
}
