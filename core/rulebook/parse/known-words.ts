import { enteredKinds, type DayKind } from '../../calendar/calendar-day.ts'
import { conditionFacts } from '../../job/condition-view.ts'
import { isFields, type Fields } from './reader.ts'

export type FactKind = 'text' | 'texts' | 'flag' | 'number' | 'window' | 'risk'
/** `words`: all that the fact can be, where that is a closed list. */
export type KnownFact = { readonly kind: FactKind; readonly words?: readonly string[] }

/** What a rulebook declares and its other parts may name; gathered before reading, whatever else is wrong with it. */
export type KnownWords = {
  readonly operations: readonly string[]
  readonly categories: { readonly [id: string]: unknown }
  readonly facts: { readonly [fact: string]: KnownFact }
}

export const knownWordsOf = (rulebook: unknown): KnownWords => {
  const operations = isFields(rulebook) && isFields(rulebook['operations']) ? rulebook['operations'] : {}
  const categories = isFields(rulebook) ? rowsOf(rulebook['categories']) : []
  const levels = Object.values(operations).flatMap((operation) =>
    isFields(operation) ? idsOf(operation['levels']) : [],
  )
  return {
    operations: Object.keys(operations),
    categories: Object.fromEntries(categories.map(({ id, kind }) => [String(id), kind])),
    facts: { ...fixedFacts(Object.keys(operations), levels), ...fieldFacts(operations) },
  }
}

const fixedFacts = (operations: readonly string[], levels: readonly string[]): KnownWords['facts'] => {
  const words: { readonly [fact: string]: readonly string[] } = {
    operation: operations,
    operations,
    level: levels,
    'place.kind': ['area', 'confined-space'],
    'place.zone': ['explosive', 'fire-risk', 'ordinary'],
    'place.atmosphere': ['ordinary', 'flammable', 'toxic', 'inert', 'oxygen-enriched'],
    'window.days': [...enteredKinds, 'not-entered' satisfies DayKind],
  }
  return Object.fromEntries(
    Object.entries(conditionFacts).map(([fact, kind]) => [fact, words[fact] ? { kind, words: words[fact] } : { kind }]),
  )
}

const fieldFacts = (operations: Fields): KnownWords['facts'] => {
  const facts: { [fact: string]: KnownFact } = {}
  for (const [operation, content] of Object.entries(operations))
    if (isFields(content))
      for (const { id, kind, options } of rowsOf(content['fields'])) {
        const fact = factOfField(kind, options)
        if (fact) facts[`field.${operation}.${String(id)}`] = fact
      }
  return facts
}

const factOfField = (kind: unknown, options: unknown): KnownFact | null => {
  if (kind === 'choice') return { kind: 'text', words: idsOf(options) }
  if (kind === 'choices') return { kind: 'texts', words: idsOf(options) }
  return kind === 'text' || kind === 'flag' || kind === 'number' ? { kind } : null
}

const rowsOf = (input: unknown): readonly Fields[] => (Array.isArray(input) ? input.filter(isFields) : [])
const idsOf = (input: unknown): readonly string[] => rowsOf(input).map(({ id }) => String(id))
