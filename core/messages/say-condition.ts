import type { Condition } from '../rulebook/condition.ts'
import type { Language, Say } from './messages.ts'
import { conditionWordsEn } from './conditions.en.ts'
import { conditionWordsZhCn } from './conditions.zh-cn.ts'

type Fact = { readonly fact: string }

/** How one language says each comparison. `word` is already in that language; `number` already written. */
export type ConditionWords = {
  readonly is: (fact: string, word: string) => string
  readonly flag: (fact: string, isTrue: boolean) => string
  readonly oneOf: (fact: string, words: string) => string
  readonly includes: (fact: string, word: string) => string
  readonly atLeast: (fact: string, number: string) => string
  readonly above: (fact: string, number: string) => string
  readonly atMost: (fact: string, number: string) => string
  readonly below: (fact: string, number: string) => string
  readonly overlaps: (from: string, to: string) => string
  readonly not: (part: string) => string
  readonly and: (parts: readonly string[]) => string
  readonly or: (parts: readonly string[]) => string
  readonly group: (part: string) => string
  readonly listed: (words: readonly string[]) => string
  readonly fact: (fact: string, say: Say) => string
  readonly word: (fact: string, word: string, say: Say) => string
}

const words: { readonly [L in Language]: ConditionWords } = { 'zh-CN': conditionWordsZhCn, en: conditionWordsEn }

/** A condition as a sentence that a safety officer can check, in the reader's language. */
export const sayCondition = (condition: Condition, language: Language, say: Say): string =>
  sayPart(condition, words[language], say)

const sayPart = (condition: Condition, w: ConditionWords, say: Say): string => {
  const parts = (list: readonly Condition[]): readonly string[] =>
    list.map((part) => (isMixed(part) && list.length > 1 ? w.group(sayPart(part, w, say)) : sayPart(part, w, say)))
  if ('all' in condition) return w.and(parts(condition.all))
  if ('any' in condition) return w.or(parts(condition.any))
  if ('not' in condition)
    return w.not(isMixed(condition.not) ? w.group(sayPart(condition.not, w, say)) : sayPart(condition.not, w, say))
  return sayComparison(condition, w, say)
}

/** An `or` within an `and` needs brackets to be read as it is meant. */
const isMixed = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)

type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

const sayComparison = (condition: Comparison & Fact, w: ConditionWords, say: Say): string => {
  const fact = w.fact(condition.fact, say)
  const word = (one: string): string => w.word(condition.fact, one, say)
  const amount = (value: number | string): string => (typeof value === 'number' ? say.number(value) : value)
  if ('is' in condition)
    return typeof condition.is === 'boolean' ? w.flag(fact, condition.is) : w.is(fact, word(condition.is))
  if ('in' in condition) return w.oneOf(fact, w.listed(condition.in.map(word)))
  if ('includes' in condition) return w.includes(fact, word(condition.includes))
  if ('atLeast' in condition) return w.atLeast(fact, amount(condition.atLeast))
  if ('above' in condition) return w.above(fact, say.number(condition.above))
  if ('atMost' in condition) return w.atMost(fact, say.number(condition.atMost))
  if ('below' in condition) return w.below(fact, say.number(condition.below))
  return w.overlaps(condition.overlaps.from, condition.overlaps.to)
}
