import type { Permit } from '#core/job/job.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { PlanLink } from '../../session/job/plan-link.tsx'
import { useWords } from '../../session/language.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Card } from '../../ui/touch/card.tsx'
import { Mark } from '../../ui/touch/status-pill.tsx'
import css from './approve.module.css'

/** What is to be done where and when, on which permits and why at that level, with which hazards and what air. */
export const JobAtAGlance = (opened: OpenedJob) => {
  const { page, job, say } = opened
  const { approve: words, briefing } = useWords().steps
  const { dayPlan, gasTest, plans, risks } = useWords()
  const clock = useClockText()
  const { application, permits, preparations, gasTests, measures } = job.record
  const hazards = Object.values(preparations).flatMap(({ content }) =>
    content.kind === 'hazards' ? content.hazards : [],
  )
  const documents = Object.values(preparations).flatMap(({ content }) =>
    content.kind === 'plan' && content.document ? [content.document] : [],
  )
  const lastGas = gasTests.at(-1)
  return (
    <>
      <Card title={application.content}>
        <p>
          {page.names.places[application.place] ?? application.place} · {application.placeDetail}
        </p>
        <p>{words.window(clock.short(application.window.from), clock.short(application.window.to))}</p>
        {application.urgentReason !== undefined && application.urgentReason !== '' && (
          <SafetyLabel state="due">{dayPlan.reason(application.urgentReason)}</SafetyLabel>
        )}
      </Card>
      <Card title={words.permits}>
        {permits.map((permit) => (
          <PermitLine key={permit.id} permit={permit} opened={opened} />
        ))}
      </Card>
      {documents.length > 0 && (
        <Card title={plans.title}>
          {documents.map((document) => (
            <PlanLink key={document.id} document={document} />
          ))}
        </Card>
      )}
      <Card title={briefing.hazards}>
        <ul className={css.list}>
          {hazards.map(({ hazard, consequence, measures: against, owner }, at) => (
            <li key={at}>
              <strong>
                {hazard} → {consequence}
              </strong>
              <br />
              {against}
              {owner !== undefined && ` · ${risks.ownedBy(risks.owners[owner])}`}
            </li>
          ))}
        </ul>
        <p className={css.line}>
          <SafetyShape state="met" size={20} />
          {briefing.measures} · {Object.values(measures).filter(({ isInvolved }) => isInvolved).length}
        </p>
      </Card>
      <Card title={words.gas}>
        {lastGas ? (
          <ul className={css.list}>
            {lastGas.samples.map(({ point, takenAt, readings }) => (
              <li key={point}>
                {gasTest.point(point)} · {clock.short(takenAt)} ·{' '}
                {readings.map(({ gas, value }) => `${say.reading.names.gas(gas)} ${value}`).join(' · ')}
              </li>
            ))}
          </ul>
        ) : (
          <p>{words.noGas}</p>
        )}
      </Card>
    </>
  )
}

const PermitLine = ({ permit, opened: { say, text } }: { permit: Permit; opened: OpenedJob }) => {
  const { approve: words } = useWords().steps
  const operation = say.rulebook.operations[permit.operation]
  const nameOf = (level: Permit['level']): string => {
    const found = operation?.levels.find(({ id }) => id === level)
    return found ? text(found.name) : level
  }
  const known: { readonly [id: string]: string } = words.upgrade
  return (
    <div className={css.permit}>
      <OperationIcon kind={permit.operation} size={32} />
      <span className={css.permitText}>
        <span className={css.line}>
          <strong>{operation ? text(operation.name) : permit.operation}</strong>
          <Mark>{nameOf(permit.level)}</Mark>
          <Mark>{permit.risk}</Mark>
        </span>
        <span className={css.quiet}>{permit.number}</span>
        {permit.upgradedBy.length > 0 && (
          <span>
            {words.raised(nameOf(permit.baseLevel), permit.upgradedBy.map((id) => known[id] ?? id).join(' · '))}
          </span>
        )}
      </span>
    </div>
  )
}
