import type { PlanDocument } from '#core/job/plan-document.ts'
import { useWords } from '../language.tsx'
import css from './plan-link.module.css'

/** The written plan, to be opened before anybody signs under it: its title, who drew it up, and who approved it when. */
export const PlanLink = ({
  document: { id, title, drawnUpBy, approvedBy, approvedOn },
}: {
  document: PlanDocument
}) => {
  const { plans: words } = useWords()
  return (
    <p className={css.plan}>
      <a className={css.open} href={`/api/documents/${id}`} download>
        {words.open(title)}
      </a>
      <span className={css.line}>{words.line(drawnUpBy, approvedBy, approvedOn)}</span>
    </p>
  )
}
