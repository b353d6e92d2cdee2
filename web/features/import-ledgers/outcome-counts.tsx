import type { ImportList } from '#contract/imports.ts'
import type { RowOutcome } from '#core/people/ledger/problems.ts'
import { SafetyShape, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './import-ledgers.module.css'
import { useImportWords } from './use-import-words.ts'

/** A row's fate in the five signs: taken, nothing to do, forbidden, your turn, passed over. */
export const outcomeSigns: Readonly<Record<RowOutcome, SafetyState>> = {
  accepted: 'met',
  same: 'not-open',
  refused: 'stopped',
  conflict: 'due',
  ignored: 'not-open',
}

export const rowOutcomes = Object.keys(outcomeSigns) as readonly RowOutcome[]

/** The outcomes that occur, in one line. */
export const OutcomeCounts = ({ counts }: { counts: ImportList['imports'][number]['counts'] }) => {
  const words = useImportWords()
  const number = new Intl.NumberFormat(useUi().locale)
  return (
    <span className={css.counts}>
      {rowOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <span key={outcome} className={css.count}>
            <SafetyShape state={outcomeSigns[outcome]} size={14} />
            {words.outcomes[outcome]} {number.format(counts[outcome])}
          </span>
        ))}
    </span>
  )
}
