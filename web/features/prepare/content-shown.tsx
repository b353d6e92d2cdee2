import type { PreparationContent } from '#core/job/commands.ts'
import type { Preparation } from '#core/rulebook/rulebook.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { PlanLink } from '../../session/job/plan-link.tsx'
import { useWords } from '../../session/language.tsx'
import { HazardLine } from './hazard-line.tsx'
import css from './prepare.module.css'

/** A preparation as it was written, to be read. */
export const ContentShown = ({
  preparation,
  content,
  text,
}: {
  preparation: Preparation
  content: PreparationContent
  text: OpenedJob['text']
}) => {
  const { risks } = useWords()
  switch (content.kind) {
    case 'hazards':
      return (
        <>
          <ol className={css.read}>
            {content.hazards.map((row, at) => (
              <li key={at}>
                <HazardLine row={row} />
              </li>
            ))}
          </ol>
          {content.declined && (
            <p className={css.quiet}>{risks.declined(content.declined.map(({ hazard }) => hazard).join(' · '))}</p>
          )}
        </>
      )
    case 'plan':
      return (
        <>
          {content.text !== '' && <p className={css.plan}>{content.text}</p>}
          {content.document && <PlanLink document={content.document} />}
        </>
      )
    case 'checklist':
      return (
        <p>
          {preparation.kind === 'checklist' &&
            preparation.items
              .filter(({ id }) => content.present.includes(id))
              .map(({ label }) => text(label))
              .join(' · ')}
        </p>
      )
  }
}
