import type { TimeOfDay } from '../../time/epoch.ts'
import type { Condition } from '../condition.ts'
import { riskOrder } from '../risk-order.ts'
import type { FactKind, KnownFact, KnownWords } from './known-words.ts'
import { record } from './record-reader.ts'
import {
  complain,
  isFields,
  nonEmptyList,
  text,
  textLike,
  under,
  unread,
  wordOf,
  type Fields,
  type Reader,
  type Spot,
} from './reader.ts'

export const timeOfDay = textLike<TimeOfDay>(/^([01]\d|2[0-3]):[0-5]\d$/, 'time of day HH:MM')

/** Which comparisons a fact of each kind allows; any other would always be unknown, and so refuse for ever. */
const comparisonsOf: { readonly [K in FactKind]: readonly string[] } = {
  text: ['is', 'in'],
  texts: ['includes'],
  flag: ['is'],
  number: ['atLeast', 'above', 'atMost', 'below'],
  window: ['overlaps'],
  risk: ['atLeast', 'is', 'in'],
}

const span = record({ from: timeOfDay, to: timeOfDay })

export const conditionReader = (known: KnownWords): Reader<Condition> => {
  const condition: Reader<Condition> = (input, spot) => {
    if (!isFields(input)) return complain(spot, 'condition-malformed', {})
    const keys = Object.keys(input)
    if (keys.length === 1) {
      if (keys[0] === 'all' || keys[0] === 'any') {
        // An empty `all` would hold always and an empty `any` never, whatever was meant.
        const parts = nonEmptyList(condition)(input[keys[0]], under(spot, keys[0]))
        if (parts === unread) return unread
        return keys[0] === 'all' ? { all: parts } : { any: parts }
      }
      if (keys[0] === 'not') {
        const part = condition(input['not'], under(spot, 'not'))
        return part === unread ? unread : { not: part }
      }
    }
    return readComparison(input, spot, known)
  }
  return condition
}

const readComparison = (input: Fields, spot: Spot, known: KnownWords): Condition | typeof unread => {
  const { fact, ...rest } = input
  const [comparison, ...more] = Object.keys(rest)
  if (typeof fact !== 'string' || comparison === undefined || more.length > 0)
    return complain(spot, 'condition-malformed', {})
  const about = Object.hasOwn(known.facts, fact) ? known.facts[fact] : undefined
  if (!about) return complain(spot, 'fact-unknown', { fact })
  if (!comparisonsOf[about.kind].includes(comparison)) return complain(spot, 'comparison-unfit', { fact, comparison })
  const value = readCompared(input[comparison], under(spot, comparison), about, comparison)
  return value === unread ? unread : ({ fact, [comparison]: value } as Condition)
}

const readCompared = (input: unknown, spot: Spot, { kind, words }: KnownFact, comparison: string): unknown => {
  const word: Reader<string> = (one, at) => {
    if (!words || (typeof one === 'string' && words.includes(one))) return text(one, at)
    return complain(at, 'word-unknown', { word: String(one), known: words })
  }
  switch (kind) {
    case 'text':
      return comparison === 'in' ? nonEmptyList(word)(input, spot) : word(input, spot)
    case 'texts':
      return word(input, spot)
    case 'flag':
      return typeof input === 'boolean' ? input : complain(spot, 'wrong-kind', { expected: 'flag' })
    case 'number':
      return typeof input === 'number' && Number.isFinite(input)
        ? input
        : complain(spot, 'wrong-kind', { expected: 'number' })
    case 'risk': {
      const risk = wordOf(...riskOrder)
      return comparison === 'in' ? nonEmptyList(risk)(input, spot) : risk(input, spot)
    }
    case 'window':
      return span(input, spot)
  }
}
