import type { JobPage } from '#contract/job-views.ts'
import { approvalChain } from '#core/job/approval-chain.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Countdown } from '../../ui/time/countdown.tsx'
import css from './job-detail.module.css'

const soonMs = 15 * 60_000

/** The chain of each permit: who signed when, by which factor and where; or whose turn it is and until when. */
export const Approvals = ({ page, speaker }: { page: JobPage; speaker: Speaker }) => {
  const { board: words } = useWords()
  const clock = useClockText()
  const { job, duties, people } = page
  if (!('record' in job)) return null
  const { record } = job
  const { names } = speaker.reading
  return record.permits.map((permit) => (
    <section key={permit.id}>
      <h3 className={css.sub}>{permit.number}</h3>
      <ul className={css.rows}>
        {approvalChain(permit, speaker.rulebook).map((step) => {
          const done = record.approvals.find((one) => one.permit === permit.id && one.step === step.id)
          const duty = duties.find(({ key }) => key === `approve.${permit.id}.${step.id}`)
          const metres = done?.signature.position?.accuracyMetres
          return (
            <li key={step.id} className={css.row}>
              <SafetyShape state={done ? 'met' : duty ? 'must' : 'not-open'} size={18} />
              <div>
                {names.step(step.id)} <span className={css.when}>{words.withinLimit(step.withinMinutes.value)}</span>
                <p className={css.when}>
                  {done
                    ? `${words.approvedAt(people[done.by] ?? done.by, clock.full(done.occurredAt))} · ${words.factor[done.signature.factor]}${metres === undefined ? '' : ` · ${words.withinMetres(String(Math.round(metres)))}`}`
                    : words.waiting}
                </p>
                {!done && duty && <Countdown dueAt={duty.dueAt} soonMs={soonMs} />}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
