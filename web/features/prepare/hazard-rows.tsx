import { useState } from 'react'
import type { RiskProposals } from '#contract/risk-library.ts'
import type { OperationId } from '#core/ids.ts'
import type { Hazard } from '#core/job/site-records.ts'
import type { RiskEntry } from '#core/risk/risk-library.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { HazardLine } from './hazard-line.tsx'
import { HazardRow } from './hazard-row.tsx'
import css from './prepare.module.css'

/** The analysis row by row: what the library proposes can be taken over and changed, and anything else written beside it. */
export const HazardRows = ({
  job,
  operation,
  isOwned,
  hazards,
  onChange,
}: {
  job: string
  operation: OperationId
  /** Whether the rulebook asks that somebody sees to every measure. */
  isOwned: boolean
  hazards: readonly Hazard[]
  onChange: (hazards: readonly Hazard[]) => void
}) => {
  const { risks, hazards: common, steps } = useWords()
  const { data } = useRead<RiskProposals>(['jobs', job, 'risk-proposals'], `/api/jobs/${job}/risk-proposals`)
  const [openRow, setOpenRow] = useState<number>()
  const taken = new Set(hazards.map(({ from }) => from?.entry))
  const proposed = data?.proposals[operation] ?? []
  const left = proposed.filter(({ id }) => !taken.has(id))
  // A plant that has not written its library yet still gets what everybody knows.
  const usual = data && proposed.length === 0 ? (common[operation] ?? []) : []
  const offered = usual.filter(({ hazard }) => !hazards.some((written) => written.hazard === hazard))
  const take = (entries: readonly RiskEntry[]): void => onChange([...hazards, ...entries.map(rowOf)])
  return (
    <>
      {hazards.map((row, at) => (
        <HazardRow
          key={at}
          number={at + 1}
          row={row}
          isOwned={isOwned}
          isOpen={openRow === at}
          onToggle={() => setOpenRow(openRow === at ? undefined : at)}
          onChange={(next) => onChange(hazards.map((one, index) => (index === at ? next : one)))}
          onRemove={() => {
            setOpenRow(undefined)
            onChange(hazards.filter((_, index) => index !== at))
          }}
        />
      ))}
      {left.length > 0 && (
        <section className={css.offer} aria-label={risks.offer(left.length)}>
          <h3 className={css.offerHead}>{risks.offer(left.length)}</h3>
          <p className={css.quiet}>{risks.offerHow}</p>
          {left.map((entry) => (
            <button
              key={entry.id}
              type="button"
              className={css.tick}
              aria-label={risks.take(entry.hazard)}
              onClick={() => take([entry])}
            >
              <span className={css.plus} aria-hidden>
                +
              </span>
              <span>
                <HazardLine row={rowOf(entry)} />
              </span>
            </button>
          ))}
          {left.length > 1 && <BigButton onClick={() => take(left)}>{risks.takeAll(left.length)}</BigButton>}
        </section>
      )}
      {offered.length > 0 && (
        <div className={css.checklist}>
          <p className={css.quiet}>{steps.prepare.suggestions}</p>
          {offered.map((one) => (
            <button key={one.hazard} type="button" className={css.tick} onClick={() => onChange([...hazards, one])}>
              <span className={css.plus} aria-hidden>
                +
              </span>
              <span>
                {one.hazard} → {one.consequence}
              </span>
            </button>
          ))}
        </div>
      )}
      <BigButton
        onClick={() => {
          setOpenRow(hazards.length)
          onChange([...hazards, { hazard: '', consequence: '', measures: '' }])
        }}
      >
        {steps.prepare.addRow}
      </BigButton>
    </>
  )
}

const rowOf = ({ id: entry, version, step, hazard, consequence, measures, owner }: RiskEntry): Hazard => ({
  step,
  hazard,
  consequence,
  measures,
  owner,
  from: { entry, version },
})
