import { compareReading } from '#core/contingency/compare-readings.ts'
import type { PointReading } from '#core/contingency/debt.ts'
import type { DebtTerms } from '#core/rulebook/contingency-mode.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { NumberField, type Verdict } from '../../ui/touch/number-field.tsx'
import css from './debts.module.css'
import { useGasText } from './use-gas-text.ts'

/** What was read by fallback, beside it what the source shows for that time, and at once what the rulebook says of the difference. */
export const ReadingPair = ({
  recorded,
  typed,
  rulebook,
  terms,
  onType,
}: {
  recorded: PointReading
  typed: string
  rulebook: Rulebook
  terms: DebtTerms
  onType: (text: string) => void
}) => {
  const { debts: words, gasTest } = useWords()
  const text = useGasText(rulebook)
  const unit = gasTest.units[recorded.unit]
  const value = numberOf(typed)
  const compared = compareReading(recorded, value === null ? undefined : { ...recorded, value }, rulebook, terms)
  const verdict = (): Verdict => {
    if (compared.kind === 'missing') return { kind: 'none' }
    const { difference, isWithin } = compared
    const apart = text.amount(difference.gas, Math.abs(difference.recorded - difference.compared))
    const allowed = text.amount(difference.gas, difference.tolerance)
    return isWithin
      ? { kind: 'met', words: words.within(apart, allowed) }
      : { kind: 'careful', words: words.beyond(apart, allowed) }
  }
  return (
    <div className={css.pair}>
      <div className={css.recorded}>
        <span className={css.quiet}>{words.fallback}</span>
        <span className={css.value}>{recorded.value}</span>
        <span className={css.quiet}>{unit}</span>
      </div>
      <NumberField
        label={words.source(text.gas(recorded.gas))}
        unit={unit}
        limit={words.tolerance(text.tolerance(recorded.gas, terms))}
        value={typed}
        onChange={onType}
        verdict={verdict()}
      />
    </div>
  )
}

/** "19." is on its way to 19.2 and is no number yet. */
export const numberOf = (text: string): number | null => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null)
