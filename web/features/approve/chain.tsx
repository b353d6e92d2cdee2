import { approvalOf, approvalTurns, openSeats, seatsOf, type Seat } from '#core/job/approval-chain.ts'
import type { Permit } from '#core/job/job.ts'
import { arePapersOpen } from '#core/job/open-papers.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './chain.module.css'

const soonMs = 15 * 60_000

/** Every signature of every permit in its order: given ones with name and time, whose turn it is, and what comes later. */
export const Chain = (opened: OpenedJob) => (
  <div className={css.permits}>
    {opened.job.record.permits.map((permit) => (
      <section key={permit.id}>
        <h3 className={css.permit}>{opened.page.names.permits[permit.id] ?? permit.number}</h3>
        <Turns opened={opened} permit={permit} />
      </section>
    ))}
  </div>
)

const Turns = ({ opened, permit }: { opened: OpenedJob; permit: Permit }) => {
  const { approving: words } = useWords()
  const { record } = opened.job
  return (
    <ol className={css.turns}>
      {approvalTurns(permit, opened.say.rulebook).map((turn) => (
        <li key={turn[0]?.id} className={css.turn} data-group={turn.length > 1}>
          {turn.length > 1 && <p className={css.group}>{words.chain.anyOrder}</p>}
          {turn
            .flatMap((step) => seatsOf(permit, step, record))
            .map((seat) => (
              <SeatLine key={`${seat.step.id}.${seat.addedSigner}`} opened={opened} permit={permit} seat={seat} />
            ))}
        </li>
      ))}
    </ol>
  )
}

const SeatLine = ({ opened, permit, seat }: { opened: OpenedJob; permit: Permit; seat: Seat }) => {
  const { approving: words, board } = useWords()
  const { page, job, say, text } = opened
  const clock = useClockText()
  const { step, addedSigner } = seat
  const nameOf = (person: string): string => page.people[person] ?? person
  const signed = approvalOf(permit, seat, job.record)
  const open = openSeats(permit, job.record, say.rulebook)
  const isOpen =
    arePapersOpen(job) &&
    open !== 'no-chain' &&
    open.some((one) => one.step.id === step.id && one.addedSigner === addedSigner)
  const duty = page.duties.find(
    ({ key }) => key === ['approve', permit.id, step.id, ...(addedSigner === null ? [] : [addedSigner])].join('.'),
  )
  const waitsFor =
    addedSigner === null ? (board.authority[step.by.authority] ?? step.by.authority) : nameOf(addedSigner)
  return (
    <div className={css.seat}>
      <SafetyShape state={signed ? 'met' : isOpen ? 'must' : 'not-open'} size={22} />
      <div>
        <p className={css.step}>{addedSigner === null ? text(step.name) : words.chain.added(nameOf(addedSigner))}</p>
        <p className={css.quiet}>
          {signed
            ? [
                words.chain.signedBy(nameOf(signed.by), clock.short(signed.occurredAt)),
                ...(signed.onBehalfOf === undefined ? [] : [words.chain.onBehalfOf(nameOf(signed.onBehalfOf))]),
              ].join(' · ')
            : isOpen
              ? words.chain.waiting(waitsFor)
              : words.chain.later}
        </p>
        {isOpen && duty && <Countdown dueAt={duty.dueAt} soonMs={soonMs} />}
        {isOpen && duty?.note !== undefined && <p className={css.back}>{words.sentBack(duty.note)}</p>}
      </div>
    </div>
  )
}
