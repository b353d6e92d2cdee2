import type { Hazard } from '#core/job/site-records.ts'
import { useWords } from '../../session/language.tsx'
import css from './prepare.module.css'

/** One row of the analysis to be read: in which step, what may happen and what follows, what is done against it and by whom. */
export const HazardLine = ({ row: { step, hazard, consequence, measures, owner } }: { row: Hazard }) => {
  const { risks } = useWords()
  return (
    <>
      {step !== undefined && step !== '' && <span className={css.step}>{step}</span>}
      <strong>{hazard}</strong> → {consequence}
      <br />
      {measures}
      {owner !== undefined && <span className={css.owner}>{risks.ownedBy(risks.owners[owner])}</span>}
    </>
  )
}
