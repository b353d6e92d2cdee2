import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import type { SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Card } from '../../ui/touch/card.tsx'
import { Mark, StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './job-track.module.css'

/** What it is, where, until when, and on which permits at which level. */
export const JobHead = ({ page, job, say, text }: OpenedJob) => {
  const { jobs: words, steps } = useWords()
  const clock = useClockText()
  const { application, permits } = job.record
  // Once the work has ended there is nothing left that a stop could hold up.
  const stop = job.status === 'finished' || job.status === 'closed' ? null : job.record.stop
  const state: SafetyState = stop ? 'stopped' : job.status === 'active' || job.status === 'closed' ? 'met' : 'must'
  return (
    <Card
      title={application.content}
      aside={<StatusPill state={state}>{words.status[job.status]}</StatusPill>}
      tone={stop ? 'stopped' : 'plain'}
    >
      {stop && <p>{steps.start.suspended(steps.stopReason[stop.reason], clock.short(stop.occurredAt))}</p>}
      <p>
        {page.names.places[application.place] ?? application.place} · {application.placeDetail}
      </p>
      <p>{steps.approve.window(clock.short(application.window.from), clock.short(application.window.to))}</p>
      {permits.map((permit) => {
        const operation = say.rulebook.operations[permit.operation]
        const level = operation?.levels.find(({ id }) => id === permit.level)
        return (
          <p key={permit.id} className={css.permit}>
            <OperationIcon kind={permit.operation} size={24} />
            <span>{operation ? text(operation.name) : permit.operation}</span>
            <Mark>{level ? text(level.name) : permit.level}</Mark>
            <Mark>{permit.risk}</Mark>
            <span className={css.number}>{permit.number}</span>
          </p>
        )
      })}
    </Card>
  )
}
