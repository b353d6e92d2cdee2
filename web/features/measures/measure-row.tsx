import { arePapersOpen } from '#core/job/open-papers.ts'
import { useState } from 'react'
import type { OperationId } from '#core/ids.ts'
import type { Measure } from '#core/rulebook/rulebook.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './measures.module.css'

/** One measure: open with its big buttons, or folded to who confirmed it when. */
export const MeasureRow = ({
  opened: { id, page, job, text },
  operation,
  measure,
}: {
  opened: OpenedJob
  operation: OperationId
  measure: Measure
}) => {
  const { measures: words, by } = useWords().steps
  const clock = useClockText()
  const { give, isBusy, outcome } = useJobCommand(id)
  const [isAgain, setAgain] = useState(false)
  const confirmed = job.record.measures[`${operation}.${measure.id}`]
  const [detail, setDetail] = useState(confirmed?.detail ?? '')
  const [isDetailed, setDetailed] = useState(detail !== '')
  const isChangeable = arePapersOpen(job)

  const confirm = async (isInvolved: boolean): Promise<void> => {
    const command = { type: 'ConfirmMeasure', operation, measure: measure.id, isInvolved, detail } as const
    // Only what is shown as confirmed can be overwritten unseen; taps from row to row must not wait for each other.
    const version = confirmed ? page.history.length : undefined
    if (await give(command, words.label, { version })) setAgain(false)
  }

  if (confirmed && !isAgain)
    return (
      <button
        type="button"
        className={css.done}
        disabled={!isChangeable}
        aria-label={`${text(measure.text)} ${words.again}`}
        onClick={() => setAgain(true)}
      >
        <SafetyShape state={confirmed.isInvolved ? 'met' : 'not-open'} size={26} />
        <span>
          <span className={css.text}>{text(measure.text)}</span>
          <span className={css.who}>
            {confirmed.isInvolved ? words.involved : words.notInvolved}
            {confirmed.detail !== '' && ` · ${confirmed.detail}`} ·{' '}
            {by(page.people[confirmed.by] ?? confirmed.by, clock.short(confirmed.occurredAt))}
          </span>
        </span>
      </button>
    )
  return (
    <article className={css.row}>
      <p className={css.text}>{text(measure.text)}</p>
      {isDetailed && <TextField label={words.detail} value={detail} onChange={setDetail} />}
      {isChangeable && (
        <div className={css.buttons}>
          <BigButton kind="primary" disabled={isBusy} onClick={() => void confirm(true)}>
            {words.involved}
          </BigButton>
          {measure.optional && (
            <BigButton disabled={isBusy} onClick={() => void confirm(false)}>
              {words.notInvolved}
            </BigButton>
          )}
        </div>
      )}
      {isChangeable && !isDetailed && (
        <BigButton kind="quiet" onClick={() => setDetailed(true)}>
          {words.addDetail}
        </BigButton>
      )}
      <CommandOutcome outcome={outcome} />
    </article>
  )
}
