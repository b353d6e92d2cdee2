import type { LevelId, OperationId } from '../ids.ts'
import type { ConditionWords } from './say-condition.ts'
import { factEn } from './vocabulary.en.ts'

const placeWords: { readonly [word: string]: string } = {
  area: 'an open area',
  'confined-space': 'a confined space',
  explosive: 'an explosive area',
  'fire-risk': 'a fire-risk area',
  ordinary: 'ordinary',
  flammable: 'flammable',
  toxic: 'toxic',
  inert: 'inert gas',
  'oxygen-enriched': 'enriched with oxygen',
  holiday: 'a holiday',
  'rest-day': 'a rest day',
  workday: 'a working day',
  'major-event': 'a major event',
  'not-entered': 'a day of a year whose holidays are not entered',
}

export const conditionWordsEn: ConditionWords = {
  is: (fact, word) => `${fact} is ${word}`,
  flag: (fact, isTrue) => `${fact}: ${isTrue ? 'yes' : 'no'}`,
  oneOf: (fact, words) => `${fact} is ${words}`,
  includes: (fact, word) => `${fact} includes ${word}`,
  atLeast: (fact, number) => `${fact} is ${number} or above`,
  above: (fact, number) => `${fact} is above ${number}`,
  atMost: (fact, number) => `${fact} is at most ${number}`,
  below: (fact, number) => `${fact} is below ${number}`,
  overlaps: (from, to) => `the work touches ${from}–${to}`,
  not: (part) => `not: ${part}`,
  and: (parts) => parts.join(', and '),
  or: (parts) => parts.join(', or '),
  group: (part) => `(${part})`,
  listed: (words) => words.join(' or '),
  fact: factEn,
  word: (fact, word, { names }) => {
    if (fact === 'operation' || fact === 'operations') return names.operation(word as OperationId)
    const [, operation, field] = /^field\.([^.]+)\.(.+)$/.exec(fact) ?? []
    if (operation && field) return names.option(operation as OperationId, field, word)
    if (fact === 'level') return names.anyLevel(word as LevelId)
    return placeWords[word] ?? word
  },
}
