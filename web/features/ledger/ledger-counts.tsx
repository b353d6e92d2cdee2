import { ledgerDimensions, type LedgerDimension, type LedgerPage } from '#contract/ledger.ts'
import { useWords } from '../../session/language.tsx'
import type { Asked } from './ledger-query.ts'
import css from './ledger.module.css'

const valuesMax = 8

/** How many permits there are of each value. Choosing one asks for it, choosing it again lets it go. */
export const LedgerCounts = ({
  counts,
  asked,
  onToggle,
}: {
  counts: LedgerPage['counts'] | undefined
  asked: Asked
  onToggle: (dimension: LedgerDimension, value: string) => void
}) => {
  const { ledger: words } = useWords()
  return (
    <aside className={css.counts} aria-label={words.counts}>
      <p className={css.hint}>{words.counts}</p>
      {counts &&
        ledgerDimensions.map((dimension) => (
          <section key={dimension}>
            <h2 className={css.dimension}>{words.dimensions[dimension]}</h2>
            {counts[dimension].slice(0, valuesMax).map(({ value, name, count }) => (
              <button
                key={value}
                type="button"
                className={css.count}
                aria-pressed={asked.chosen[dimension]?.includes(value) ?? false}
                onClick={() => onToggle(dimension, value)}
              >
                <span>{name}</span>
                <b>{count}</b>
              </button>
            ))}
          </section>
        ))}
    </aside>
  )
}
