import { inUnit } from '#core/gas/typed-unit.ts'
import type { GasLine } from '#core/gas/gas-checklist.ts'
import type { Gas } from '#core/rulebook/rulebook.ts'
import { useSpeech, useWords } from '../../session/language.tsx'
import type { Verdict } from '../../ui/touch/number-field.tsx'
import { findingOf, unitOf, valueOf, type Draft } from './draft.ts'

/** Four digits are more than any detector shows. */
const write = (value: number): string => String(Number(value.toPrecision(4)))

/** A limit is shortened towards the safe side: 38.16 ppm is shown as 38.1, never as 38.2. */
const writeLimit = (value: number, towards: 'down' | 'up'): string => {
  if (value <= 0) return write(value)
  const scale = 10 ** (2 - Math.floor(Math.log10(value)))
  const exact = Number((value * scale).toPrecision(12))
  return write((towards === 'down' ? Math.floor(exact) : Math.ceil(exact)) / scale)
}

/** How a line of the test is said: its name, its limit in the unit that is typed, and the verdict on what was typed. */
export const useGasWords = () => {
  const { gasTest: words } = useWords()
  const { language } = useSpeech()
  const nameOf = ({ name }: Gas): string => (language === 'zh-CN' ? name.zh : name.en)

  const limitOf = (draft: Draft, line: GasLine): string => {
    const unit = unitOf(draft, line)
    const max = writeLimit(inUnit(line.gas, line.band.max, unit) ?? line.band.max, 'down')
    const { min } = line.band
    return min === null
      ? words.limit.most(max, words.units[unit])
      : words.limit.between(writeLimit(inUnit(line.gas, min, unit) ?? min, 'up'), max, words.units[unit])
  }

  const verdictOf = (draft: Draft, line: GasLine): Verdict => {
    const finding = findingOf(draft, line)
    switch (finding.kind) {
      case 'none':
        return { kind: 'none' }
      case 'good':
        return { kind: 'met', words: words.verdict.good }
      case 'over':
      case 'low':
        return { kind: 'refused', words: `${words.verdict[finding.kind]} · ${limitOf(draft, line)}` }
      case 'impossible':
        return { kind: 'refused', words: words.verdict.impossible }
      case 'asked': {
        const unit = words.units[finding.unit]
        const value = write(valueOf(draft, line) ?? 0)
        const equation =
          finding.unit === 'percent-vol'
            ? limitOf({ ...draft, units: { ...draft.units, [line.gas.id]: finding.unit } }, line)
            : words.equation(nameOf(line.gas), value, unit, write(finding.amount), words.units['percent-vol'])
        return { kind: finding.isGood ? 'careful' : 'refused', words: words.verdict.asked(unit, equation) }
      }
    }
  }
  return { words, nameOf, limitOf, verdictOf }
}
