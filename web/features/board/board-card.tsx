import { Link } from 'wouter'
import { useWords } from '../../session/language.tsx'
import { SafetyShape, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import css from './board.module.css'
import type { Board, BoardJob } from '#contract/job-views.ts'

const soonMs = 30 * 60_000

/** One job at a glance: sign, place, what, who guards it, and how long it may still go on. */
export const BoardCard = ({ job, people }: { job: BoardJob; people: Board['people'] }) => {
  const words = useWords()
  const nameOf = (person: string): string => people[person] ?? person
  return (
    <article className={css.card} data-sign={signOf(job)}>
      <header className={css.cardHead}>
        <SafetyShape state={signOf(job)} size={24} titled />
        <strong>
          <Link href={`/jobs/${job.id}`}>{job.place.name}</Link>
        </strong>
        <span className={css.risk}>{job.risk}</span>
      </header>
      <p className={css.content}>{job.content}</p>
      <p className={css.line}>{job.permits.map(({ number }) => number).join(' · ')}</p>
      <p className={css.line}>
        {words.jobs.guardian(job.guardians.map(nameOf).join('、'))} · {words.jobs.leader(nameOf(job.leader))}
      </p>
      {job.lateDuties > 0 && <p className={css.alarm}>{words.jobs.late(job.lateDuties)}</p>}
      {job.isExpired ? (
        <p className={css.alarm}>{words.jobs.expired}</p>
      ) : (
        <Countdown dueAt={job.window.to} soonMs={soonMs} />
      )}
    </article>
  )
}

/** What the server has found, as a sign: nothing is judged here. */
const signOf = ({ status, lateDuties, isExpired }: BoardJob): SafetyState => {
  if (status === 'suspended' || isExpired || lateDuties > 0) return 'stopped'
  if (status === 'active') return 'met'
  return status === 'approved' || status === 'finished' ? 'must' : 'not-open'
}
