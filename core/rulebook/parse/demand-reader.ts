import { requirementOf } from '../../rules/registry.ts'
import type { ParameterShape } from '../../rules/requirement.ts'
import type { Demand } from '../rulebook.ts'
import { readGrounds } from './grounds-reader.ts'
import type { KnownWords } from './known-words.ts'
import {
  complain,
  flag,
  isFields,
  nonEmptyList,
  numberWithin,
  text,
  under,
  unread,
  wordOf,
  type Fields,
  type Reader,
  type Spot,
} from './reader.ts'
import type { Condition } from '../condition.ts'

const parameterReaders = { text, texts: nonEmptyList(text), number: numberWithin(0), flag } as const

/** Parameters whose words are a closed list: a misspelt one would quietly ask for less. */
const wordReaders: { readonly [parameter: string]: Reader<unknown> } = {
  as: wordOf('worker', 'guardian'),
  kinds: nonEmptyList(wordOf('oxygen', 'combustible', 'toxic')),
}

/** A demand may be written flat: what is not its rule, condition or grounds is a parameter. */
export const demandReader =
  (known: KnownWords, condition: Reader<Condition>): Reader<Demand> =>
  (input, spot) => {
    if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
    const {
      rule,
      when,
      clause: _clause,
      source: _source,
      floor: _floor,
      certainty: _certainty,
      own: ownWritten,
      parameters: nested,
      ...flat
    } = input
    const grounds = readGrounds(input, spot)
    const named = text(rule, under(spot, 'rule'))
    const read = when === undefined ? undefined : condition(when, under(spot, 'when'))
    const given =
      nested === undefined
        ? flat
        : isFields(nested)
          ? { ...nested, ...flat }
          : complain(under(spot, 'parameters'), 'wrong-kind', { expected: 'fields' })
    if (named === unread || given === unread) return unread
    const requirement = requirementOf(named)
    if (!requirement) return complain(under(spot, 'rule'), 'rule-unknown', { rule: named })
    const parameters = readParameters(named, requirement.parameters, given, spot, known)
    const own = ownWritten === undefined ? [] : readOwn(ownWritten, named, requirement.parameters, under(spot, 'own'))
    if (grounds === unread || read === unread || parameters === unread || own === unread) return unread
    return { rule: named, ...(read && { when: read }), parameters, ...(own.length > 0 && { own }), ...grounds }
  }

const names = nonEmptyList(text)

/** Only what the requirement has can be left open; a misspelt name would leave open nothing. */
const readOwn = (
  input: unknown,
  rule: string,
  shape: ParameterShape,
  spot: Spot,
): readonly string[] | typeof unread => {
  const own = names(input, spot)
  if (own === unread) return unread
  const strange = own.find((parameter) => !Object.hasOwn(shape, parameter))
  return strange === undefined ? own : complain(spot, 'parameter-unknown', { rule, parameter: strange })
}

const readParameters = (
  rule: string,
  shape: ParameterShape,
  given: Fields,
  spot: Spot,
  known: KnownWords,
): Fields | typeof unread => {
  let isWhole = true
  const parameters: { [parameter: string]: unknown } = {}
  for (const [parameter, kind] of Object.entries(shape)) {
    if (!Object.hasOwn(given, parameter)) {
      complain(spot, 'parameter-missing', { rule, parameter })
      isWhole = false
      continue
    }
    const read = wordReaders[parameter] ?? parameterReaders[kind]
    const value = read(given[parameter], under(spot, parameter))
    if (
      value === unread ||
      (parameter === 'category' && !isKnownCategory(String(value), under(spot, parameter), known))
    )
      isWhole = false
    parameters[parameter] = value
  }
  for (const parameter of Object.keys(given))
    if (!Object.hasOwn(shape, parameter)) {
      complain(spot, 'parameter-unknown', { rule, parameter })
      isWhole = false
    }
  return isWhole ? parameters : unread
}

const isKnownCategory = (category: string, spot: Spot, { categories }: KnownWords): boolean => {
  if (Object.hasOwn(categories, category)) return true
  complain(spot, 'category-unknown', { category })
  return false
}
