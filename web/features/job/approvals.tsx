import type { JobPage } from '#contract/job-views.ts'
import type { JobRecord, Permit } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { approvalOf, approvalTurns, seatsOf } from '#core/job/approval-chain.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Countdown } from '../../ui/time/countdown.tsx'
import css from './job-detail.module.css'

const soonMs = 15 * 60_000

/** The chain of each permit: who signed when, by which factor and where; or whose turn it is and until when. */
export const Approvals = ({ page, speaker }: { page: JobPage; speaker: Speaker }) => {
  const { board: words, approving } = useWords()
  const clock = useClockText()
  const { job, duties, people } = page
  if (!('record' in job)) return null
  const { record } = job
  const { names } = speaker.reading
  return record.permits.map((permit) => (
    <section key={permit.id}>
      <h3 className={css.sub}>{permit.number}</h3>
      <ul className={css.rows}>
        {seatsInOrder(permit, record, speaker.rulebook).map((seat) => {
          const { step, addedSigner } = seat
          const done = approvalOf(permit, seat, record)
          const key = ['approve', permit.id, step.id, ...(addedSigner === null ? [] : [addedSigner])].join('.')
          const duty = duties.find((one) => one.key === key)
          const metres = done?.signature.position?.accuracyMetres
          return (
            <li key={key} className={css.row}>
              <SafetyShape state={done ? 'met' : duty ? 'must' : 'not-open'} size={18} />
              <div>
                {names.step(step.id)}
                {addedSigner === null ? '' : ` · ${approving.chain.added(people[addedSigner] ?? addedSigner)}`}{' '}
                <span className={css.when}>{words.withinLimit(step.withinMinutes.value)}</span>
                <p className={css.when}>
                  {done
                    ? `${words.approvedAt(people[done.by] ?? done.by, clock.full(done.occurredAt))} · ${words.factor[done.signature.factor]}${metres === undefined ? '' : ` · ${words.withinMetres(String(Math.round(metres)))}`}${done.onBehalfOf === undefined ? '' : ` · ${approving.chain.onBehalfOf(people[done.onBehalfOf] ?? done.onBehalfOf)}`}`
                    : words.waiting}
                </p>
                {duty?.note !== undefined && <p className={css.when}>{approving.sentBack(duty.note)}</p>}
                {!done && duty && <Countdown dueAt={duty.dueAt} soonMs={soonMs} />}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

const seatsInOrder = (permit: Permit, record: JobRecord, rulebook: Rulebook) =>
  approvalTurns(permit, rulebook).flatMap((turn) => turn.flatMap((step) => seatsOf(permit, step, record)))
