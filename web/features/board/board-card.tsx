import { Link } from 'wouter'
import type { Board, BoardJob } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { useListed } from '../../ui/listed.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Countdown } from '../../ui/time/countdown.tsx'
import css from './board.module.css'
import { signOf } from './sign-of.ts'

const soonMs = 30 * 60_000
/** More would push the next card off the wall; the drawer has them all. */
const lateShown = 3

/** One job at a glance: what and how dangerous, where, who guards it, what is late, and how long it may still go on. */
export const BoardCard = ({
  job,
  people,
  speaker,
  href,
}: {
  job: BoardJob
  people: Board['people']
  speaker: Speaker | undefined
  href: string
}) => {
  const { board: words, dayPlan, jobs, guarding } = useWords()
  const clock = useClockText()
  const listed = useListed()
  const nameOf = (person: string): string => people[person] ?? person
  const names = speaker?.reading.names
  const ownerOf = ({ person, authority }: BoardJob['late'][number]) =>
    person === null ? (words.authority[authority ?? ''] ?? authority ?? '') : nameOf(person)
  const ownersOf = (same: SameKind): string => {
    const owners = [...new Set(same.map(ownerOf))]
    return owners.length > 2 ? words.andOthers(owners[0] ?? '', owners.length) : listed(owners)
  }
  const late = byKind(job.late)
  return (
    <article className={css.card} data-sign={signOf(job)}>
      <header className={css.cardHead}>
        <SafetyShape state={signOf(job)} size={20} titled />
        <Link className={css.place} href={href}>
          {job.place.name}
        </Link>
        <span className={css.risk} data-risk={job.risk}>
          {job.risk}
        </span>
      </header>
      <ul className={css.permits}>
        {job.permits.map(({ id, operation, level }) => (
          <li key={id}>
            <OperationIcon kind={operation} size={18} />
            <span className={css.operation}>{names?.operation(operation) ?? operation}</span>
            {level !== 'ungraded' && <b>{names?.level(operation, level) ?? level}</b>}
          </li>
        ))}
      </ul>
      <p className={css.content}>{job.content}</p>
      {job.urgentReason !== null && <p className={css.urgent}>{dayPlan.reason(job.urgentReason)}</p>}
      {job.stop && !saysWhoLeft(job) && speaker && (
        <p className={css.alarm}>
          {words.stoppedSince(speaker.messages.stopReasons[job.stop.reason], clock.short(job.stop.since))}
        </p>
      )}
      {job.absent.map(({ person, state, since }) => (
        <p key={person} className={css.alarm}>
          {words.absent(nameOf(person), guarding.duty.state[state], clock.short(since))}
        </p>
      ))}
      {late.slice(0, lateShown).map((same) => (
        <p key={same[0].kind} className={css.alarm}>
          {words.late(words.duty[same[0].kind], ownersOf(same), clock.short(same[0].since))}
        </p>
      ))}
      {late.length > lateShown && <p className={css.more}>{words.more(late.length - lateShown)}</p>}
      <footer className={css.foot}>
        <span>{jobs.guardian(listed(job.guardians.map(nameOf)))}</span>
        {job.isExpired ? (
          <span className={css.alarm}>{jobs.expired}</span>
        ) : (
          <Countdown dueAt={job.window.to} soonMs={soonMs} />
        )}
      </footer>
    </article>
  )
}

/** The line below names who left and since when, so the reason of the stop would only say it again. */
const saysWhoLeft = ({ stop, absent }: BoardJob): boolean => stop?.reason === 'guardian-left' && absent.length > 0

type Late = BoardJob['late'][number]
type SameKind = readonly [Late, ...Late[]]

/** Six people who have not signed the same briefing are one thing to do, told once; the oldest stands first. */
const byKind = (late: readonly Late[]): readonly SameKind[] =>
  late.reduce<readonly SameKind[]>((groups, duty) => {
    const same = groups.find(([first]) => first.kind === duty.kind)
    return same ? groups.map((group) => (group === same ? [...group, duty] : group)) : [...groups, [duty]]
  }, [])
