import type { Condition } from './condition.ts'
import { riskOrder } from './risk-order.ts'

/**
 * Whether one condition surely holds wherever another does. A "no" means only that this cannot be shown: whoever compares
 * editions must then take the change for a loosening.
 */
export const conditionImplies = (from: Condition | undefined, to: Condition | undefined): boolean => {
  // No condition holds always, so it is implied by all and implies only itself.
  if (to === undefined) return true
  if (from === undefined) return false
  if (isSame(from, to)) return true
  if ('all' in to) return to.all.every((part) => conditionImplies(from, part))
  if ('any' in from) return from.any.every((part) => conditionImplies(part, to))
  if ('any' in to) return to.any.some((part) => conditionImplies(from, part))
  if ('all' in from) return from.all.some((part) => conditionImplies(part, to))
  if ('not' in from && 'not' in to) return conditionImplies(to.not, from.not)
  if ('not' in from || 'not' in to) return false
  return from.fact === to.fact && comparisonImplies(from, to)
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

const comparisonImplies = (from: Comparison, to: Comparison): boolean => {
  const words = wordsOf(from)
  if (words) {
    const allowed = wordsOf(to)
    if (allowed) return words.every((word) => allowed.includes(word))
    // `risk is L5` implies `risk at least L4`.
    return 'atLeast' in to && words.every((word) => rankOf(word) >= 0 && rankOf(word) >= rankOf(to.atLeast))
  }
  const lower = lowerBound(from)
  const lowerTo = lowerBound(to)
  if (lower && lowerTo) return lower.at > lowerTo.at || (lower.at === lowerTo.at && (lower.isOpen || !lowerTo.isOpen))
  const upper = upperBound(from)
  const upperTo = upperBound(to)
  return Boolean(
    upper && upperTo && (upper.at < upperTo.at || (upper.at === upperTo.at && (upper.isOpen || !upperTo.isOpen))),
  )
}

const wordsOf = (condition: Comparison): readonly string[] | null => {
  if ('in' in condition) return condition.in
  return 'is' in condition && typeof condition.is === 'string' ? [condition.is] : null
}

const rankOf = (value: number | string): number =>
  typeof value === 'number' ? value : riskOrder.findIndex((risk) => risk === value)

type Bound = { readonly at: number; readonly isOpen: boolean }

const lowerBound = (condition: Comparison): Bound | null => {
  if ('atLeast' in condition) return { at: rankOf(condition.atLeast), isOpen: false }
  return 'above' in condition ? { at: condition.above, isOpen: true } : null
}

const upperBound = (condition: Comparison): Bound | null => {
  if ('atMost' in condition) return { at: condition.atMost, isOpen: false }
  return 'below' in condition ? { at: condition.below, isOpen: true } : null
}
