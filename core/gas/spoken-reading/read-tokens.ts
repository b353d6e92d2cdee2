import { englishNumberWords, numberSigns, readEnglishNumber, readNumber, type SpokenNumber } from './spoken-number.ts'
import { wordAt, type Word } from './spoken-words.ts'

export type Token = { readonly said: string } & (
  | Word
  | { readonly kind: 'number'; readonly number: SpokenNumber }
  | { readonly kind: 'pause' }
  | { readonly kind: 'unknown' }
)

/** Half-width, lower case; no blanks around a spoken point, where recognisers put them. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('³', '3')
    .replaceAll(/\s*点\s*/g, '点')
    .trim()

const pause = /[\s,。、;:!?|“”"'()…~\n]/
const englishNumber = new RegExp(
  `^(?:${englishNumberWords.join('|')})(?:[ -](?:${englishNumberWords.join('|')}))*(?![a-z])`,
)

/** Cuts what was said into words. What is no word of ours stays as `unknown`, so that it can be named. */
export const readTokens = (text: string): readonly Token[] => {
  const said = tidy(text)
  const tokens: Token[] = []
  let at = 0
  while (at < said.length) {
    const token = tokenAt(said, at)
    const last = tokens.at(-1)
    if (token.kind === 'unknown' && last?.kind === 'unknown')
      tokens.splice(-1, 1, { kind: 'unknown', said: last.said + token.said })
    else tokens.push(token)
    at += token.said.length
  }
  return tokens
}

const tokenAt = (text: string, at: number): Token => {
  const sign = text[at] ?? ''
  const word = wordAt(text, at)
  // Before numbers: 一氧化碳 begins with one, and 百分之 with a hundred.
  if (word && !isNumberRunningIn(word.said, text, at)) return { ...word.word, said: word.said }
  const words = englishNumber.exec(text.slice(at))?.[0]
  if (words !== undefined && !/[a-z]/.test(text[at - 1] ?? ''))
    return { kind: 'number', said: words, number: readEnglishNumber(words.split(/[ -]/)) }
  const digits = numberFrom(text, at)
  if (digits !== '') return { kind: 'number', said: digits, number: readNumber(digits) }
  return pause.test(sign) || sign === '.' ? { kind: 'pause', said: sign } : { kind: 'unknown', said: sign }
}

/** O20.9 may be O₂ with 0.9, or O with 20.9: a formula that ends in a digit needs a pause behind it. */
const isNumberRunningIn = (said: string, text: string, at: number): boolean =>
  /[a-z].*\d$/.test(said) &&
  /[\d.]/.test(text[at + said.length] ?? '') &&
  /\d/.test(text.slice(at + said.length, at + said.length + 2))

const numberFrom = (text: string, from: number): string => {
  let to = from
  while (to < text.length) {
    const sign = text[to] ?? ''
    // A point belongs to a number only with a digit behind it, else it ends a sentence.
    const isPoint = sign === '.' && /\d/.test(text[to + 1] ?? '')
    if (!/\d/.test(sign) && !numberSigns.has(sign) && !isPoint) break
    if (to > from && wordAt(text, to)) break
    to++
  }
  return text.slice(from, to)
}
