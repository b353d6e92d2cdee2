import type { OpenedJob } from '../../session/job/open-job.tsx'
import { PlanLink } from '../../session/job/plan-link.tsx'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { Card } from '../../ui/touch/card.tsx'
import css from './briefing.module.css'

/** The words that are signed: hazards with their measures, what to do in an emergency, what was made safe. */
export const BriefingContent = ({ job, say, text }: OpenedJob) => {
  const { risks, steps } = useWords()
  const { briefing: words } = steps
  const written = job.record.permits.flatMap(({ operation }) =>
    (say.rulebook.operations[operation]?.preparations ?? []).flatMap((row) => {
      const content = job.record.preparations[`${operation}.${row.id}`]?.content
      return content ? [{ key: `${operation}.${row.id}`, row, content }] : []
    }),
  )
  const hazards = written.flatMap(({ content }) => (content.kind === 'hazards' ? content.hazards : []))
  const plans = written.filter(({ content }) => content.kind !== 'hazards')
  const measures = Object.values(job.record.measures).filter(({ isInvolved }) => isInvolved)
  return (
    <>
      <Card title={words.hazards} tone="due">
        {hazards.length === 0 && <p>{words.nothing}</p>}
        <ul className={css.list}>
          {hazards.map(({ step, hazard, consequence, measures: against, owner }, at) => (
            <li key={at}>
              {step !== undefined && step !== '' && <p>{step}</p>}
              <strong>
                {hazard} → {consequence}
              </strong>
              <p>
                {against}
                {owner !== undefined && ` · ${risks.ownedBy(risks.owners[owner])}`}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      {plans.length > 0 && (
        <Card title={words.plans}>
          {plans.map(({ key, row, content }) => (
            <div key={key}>
              <strong>{text(row.name)}</strong>
              <p className={css.plan}>
                {content.kind === 'plan' && content.text}
                {content.kind === 'checklist' &&
                  row.kind === 'checklist' &&
                  row.items
                    .filter(({ id }) => content.present.includes(id))
                    .map(({ label }) => text(label))
                    .join(' · ')}
              </p>
              {content.kind === 'plan' && content.document && <PlanLink document={content.document} />}
            </div>
          ))}
        </Card>
      )}
      {measures.length > 0 && (
        <details className={css.measures}>
          <summary>
            {words.measures} · {measures.length}
          </summary>
          <ul className={css.list}>
            {measures.map(({ operation, measure, detail }) => (
              <li key={`${operation}.${measure}`} className={css.measure}>
                <SafetyShape state="met" size={20} />
                <span>
                  {say.reading.names.measure(operation, measure)}
                  {detail !== '' && ` · ${detail}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
