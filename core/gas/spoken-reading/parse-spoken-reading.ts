import type { GasUnit } from '../../job/site-records.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { kindOfSpoken, type SpokenGas } from './spoken-gas.ts'
import type { SpokenUnit } from './spoken-words.ts'

/** `unit: null` where none was said: then it is what the display is set to. */
export type SpokenReading = { readonly gas: SpokenGas; readonly value: number; readonly unit: GasUnit | null }

export type UnclearCode =
  | 'nothing-said'
  | 'not-understood'
  | 'vague'
  | 'corrected'
  | 'number-without-gas'
  | 'gas-without-number'
  | 'gas-said-twice'
  | 'number-incomplete'
  | 'number-unclear'
  /** 二十一氧化碳: 20 and 一氧化碳, or 21 with a syllable swallowed. */
  | 'number-runs-into-gas'
  | 'unit-without-number'
  | 'unit-unfit'
  | 'unit-unclear'
  | 'value-implausible'

/** What could not be made out, in the words that were said. */
export type Unclear = { readonly code: UnclearCode; readonly said: string }

export type SpokenReadings =
  | { readonly kind: 'clear'; readonly readings: readonly SpokenReading[] }
  | { readonly kind: 'unclear'; readonly unclear: readonly Unclear[] }

/**
 * Turns "氧气二十点九,可燃气零" into readings. Nothing is guessed: as soon as one part is unclear none is taken over, since
 * a value that was heard wrong looks exactly like one that was heard right. Every unclear part is said.
 */
export const parseSpokenReading = (text: string): SpokenReadings => {
  const tokens = readTokens(text)
  const unclear: Unclear[] = tokens.flatMap(unclearByItself)
  const parts = cut(tokens, unclear)
  const readings = parts.flatMap((part) => readPart(part, unclear))
  for (const [i, { gas }] of readings.entries())
    if (readings.findIndex((one) => one.gas === gas) < i)
      unclear.push({ code: 'gas-said-twice', said: parts.filter((part) => part.gas === gas)[1]?.said ?? gas })
  if (unclear.length > 0) return { kind: 'unclear', unclear }
  return readings.length > 0
    ? { kind: 'clear', readings }
    : { kind: 'unclear', unclear: [{ code: 'nothing-said', said: '' }] }
}

const unclearByItself = (token: Token, i: number, tokens: readonly Token[]): readonly Unclear[] => {
  switch (token.kind) {
    case 'unknown':
      return [{ code: 'not-understood', said: token.said }]
    case 'vague':
      return [{ code: 'vague', said: token.said }]
    case 'correction':
      return [{ code: 'corrected', said: token.said }]
    case 'number': {
      if (token.number === 'incomplete') return [{ code: 'number-incomplete', said: token.said }]
      if (token.number === 'unclear') return [{ code: 'number-unclear', said: token.said }]
      const next = tokens[i + 1]
      const runsIn = next?.kind === 'gas' && /[十百]$/.test(token.said) && /^[一二幺]/.test(next.said)
      return runsIn ? [{ code: 'number-runs-into-gas', said: `${token.said}${next.said}` }] : []
    }
    default:
      return []
  }
}

type Part = {
  readonly gas: SpokenGas
  readonly said: string
  readonly numbers: readonly (Token & { readonly kind: 'number' })[]
  readonly units: readonly SpokenUnit[]
}

/** One part for each gas: the gas, then what was said until the next. What is said before any gas belongs to none. */
const cut = (tokens: readonly Token[], unclear: Unclear[]): readonly Part[] => {
  const parts: Part[] = []
  let pendingUnit: { readonly said: string } | null = null
  const extend = (said: string, change: Partial<Part>): void => {
    const last = parts.at(-1)
    if (last) parts.splice(-1, 1, { ...last, ...change, said: last.said + said })
  }
  const open = (gas: SpokenGas, said: string, units: readonly SpokenUnit[] = []): void => {
    parts.push({ gas, said, numbers: [], units })
  }
  for (const [i, token] of tokens.entries()) {
    const last = parts.at(-1)
    switch (token.kind) {
      case 'gas':
        open(token.gas, token.said)
        break
      case 'lel':
        if (last && isUnitOf(last, tokens, i)) extend(token.said, { units: [...last.units, 'percent-lel'] })
        else open('combustible', token.said, ['percent-lel'])
        break
      case 'unit':
        if (!last) pendingUnit ??= token
        else extend(token.said, { units: [...last.units, token.unit] })
        if (last && token.stands === 'after' && last.numbers.length === 0)
          unclear.push({ code: 'unit-without-number', said: last.said + token.said })
        if (last && token.stands === 'before' && (last.numbers.length > 0 || !isNumberNext(tokens, i)))
          unclear.push({ code: 'unit-without-number', said: token.said })
        break
      case 'number':
        if (last) extend(token.said, { numbers: [...last.numbers, token] })
        else unclear.push({ code: 'number-without-gas', said: token.said })
        break
      case 'filler':
      case 'pause':
      case 'vague':
      case 'correction':
      case 'unknown':
        extend(token.said, {})
    }
  }
  if (pendingUnit && parts.length === 0) unclear.push({ code: 'unit-without-number', said: pendingUnit.said })
  return parts
}

const isNumberNext = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens.slice(i + 1).find(({ kind }) => kind !== 'filler' && kind !== 'pause')
  return next?.kind === 'number' || next?.kind === 'unit'
}

/** "可燃气零 LEL" names the unit; "氧气二十点九 LEL 零" names the next gas. */
const isUnitOf = ({ gas, numbers }: Part, tokens: readonly Token[], i: number): boolean => {
  const isCombustible = kindOfSpoken(gas) === 'combustible' || kindOfSpoken(gas) === 'either'
  if (isCombustible) return numbers.length === 0 || !isNumberNext(tokens, i) || tokens[i - 1]?.kind === 'number'
  return numbers.length > 0 && !isNumberNext(tokens, i)
}

const readPart = ({ gas, said, numbers, units }: Part, unclear: Unclear[]): readonly SpokenReading[] => {
  const trimmed = said.trim()
  const [number, ...more] = numbers
  if (!number) {
    unclear.push({ code: 'gas-without-number', said: trimmed })
    return []
  }
  for (const one of more) unclear.push({ code: 'number-without-gas', said: one.said })
  if (typeof number.number !== 'number') return []
  const unit = unitOf(gas, number.number, units)
  if (unit === 'unit-unfit' || unit === 'unit-unclear') {
    unclear.push({ code: unit, said: trimmed })
    return []
  }
  if (number.number > plausibleMax(gas, unit)) {
    unclear.push({ code: 'value-implausible', said: trimmed })
    return []
  }
  return [{ gas, value: number.number, unit }]
}

const unitOf = (
  gas: SpokenGas,
  value: number,
  units: readonly SpokenUnit[],
): GasUnit | null | 'unit-unfit' | 'unit-unclear' => {
  const said = [...new Set(units)]
  const exact = said.filter((one) => one !== 'percent')
  if (exact.length > 1) return 'unit-unclear'
  const [unit] = exact
  const isPercent = said.includes('percent')
  if (unit !== undefined && isPercent && unit !== 'percent-lel' && unit !== 'percent-vol') return 'unit-unclear'
  switch (kindOfSpoken(gas)) {
    case 'oxygen':
      return unit === undefined || unit === 'percent-vol' ? (said.length > 0 ? 'percent-vol' : null) : 'unit-unfit'
    case 'combustible':
      if (unit === 'mg-per-m3') return 'unit-unfit'
      // Nothing is nothing of whatever; five percent may be of the volume or of the explosion limit.
      return unit ?? (isPercent && value > 0 ? 'unit-unclear' : null)
    case 'toxic':
      return isPercent || unit === 'percent-lel' || unit === 'percent-vol' ? 'unit-unfit' : (unit ?? null)
    case 'either':
      return unit ?? (isPercent ? 'unit-unclear' : null)
  }
}

/** What portable detectors can show: oxygen to 30 %, combustibles to 100 %, poisons to some thousands. Beyond it was misheard. */
const oxygenPercentMax = 30
const percentMax = 100
const partsPerMillionMax = { combustible: 50_000, toxic: 2000 } as const
const milligramsMax = 2500

const plausibleMax = (gas: SpokenGas, unit: GasUnit | null): number => {
  const kind = kindOfSpoken(gas)
  if (kind === 'oxygen') return oxygenPercentMax
  if (unit === 'percent-lel' || unit === 'percent-vol') return percentMax
  if (unit === 'mg-per-m3') return milligramsMax
  if (kind === 'combustible') return unit === 'ppm' ? partsPerMillionMax.combustible : percentMax
  return partsPerMillionMax.toxic
}
