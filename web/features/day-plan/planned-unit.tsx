import { Link } from 'wouter'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { DayPlan, PlannedJob, PlannedPerson } from '#contract/day-plan.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { useWords } from '../../session/language.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { useListed } from '../../ui/listed.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './day-plan.module.css'

type Unit = DayPlan['units'][number]

/** One workshop's day: a row a job, its people with their sign, and what lacks with whoever mends it. */
export const PlannedUnit = ({ unit, names }: { unit: Unit; names: DayPlan['names'] }) => {
  const { dayPlan: words } = useWords()
  return (
    <section className={css.unit}>
      <h2 className={css.heading}>{words.unit(unit.name, unit.jobs.length)}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th className={css.time}>{words.columns.time}</th>
            <th className={css.work}>{words.columns.work}</th>
            <th className={css.people}>{words.columns.people}</th>
            <th>{words.columns.missing}</th>
          </tr>
        </thead>
        <tbody>
          {unit.jobs.map((planned) => (
            <Row key={planned.job.id} planned={planned} names={names} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = ({ planned, names }: { planned: PlannedJob; names: DayPlan['names'] }) => {
  const { dayPlan: words, jobs, steps } = useWords()
  const clock = useClockText()
  const listed = useListed()
  const { job, booking, urgentReason, people, others } = planned
  return (
    <tr>
      <td className={css.time}>
        {clock.short(job.window.from)}
        <br />
        <span className={css.quiet}>{clock.short(job.window.to)}</span>
      </td>
      <td className={css.work}>
        <Link className={css.title} href={`/jobs/${job.id}`}>
          {job.permits.map(({ id, operation }) => (
            <OperationIcon key={id} kind={operation} size={18} />
          ))}
          {job.place.name}
        </Link>
        <p>{job.content}</p>
        <p className={css.marks}>
          {booking && <StatusPill state={booking === 'urgent' ? 'due' : 'must'}>{words.booking[booking]}</StatusPill>}
          <span className={css.quiet}>{jobs.status[job.status]}</span>
        </p>
        {urgentReason !== null && urgentReason !== '' && <p className={css.quiet}>{words.reason(urgentReason)}</p>}
      </td>
      <td className={css.people}>
        <ul className={css.crew}>
          {people.map(({ person, parts, refusals }) => (
            <li key={person}>
              <SafetyShape state={refusals.length > 0 ? 'stopped' : 'met'} size={16} />
              {names.people[person] ?? person}
              <span className={css.quiet}>{listed(parts.map((part) => steps.part[part]))}</span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <Missing refusals={[...people.flatMap(({ refusals }) => refusals), ...others]} names={names} />
        {people.map((planned) => (
          <Instead key={planned.person} planned={planned} names={names} />
        ))}
      </td>
    </tr>
  )
}

/** Who could do it instead, so that whoever reads the plan can act at once. */
const Instead = ({ planned, names }: { planned: PlannedPerson; names: DayPlan['names'] }) => {
  const { dayPlan: words } = useWords()
  const listed = useListed()
  const { person, parts, refusals, substitutes } = planned
  const nameOf = (one: string): string => names.people[one] ?? one
  if (refusals.length === 0 || parts.includes('leader')) return null
  return (
    <p className={css.instead}>
      {substitutes.length > 0
        ? words.insteadOf(nameOf(person), listed(substitutes.map(nameOf)))
        : words.nobodyInstead(nameOf(person))}
    </p>
  )
}

const Missing = ({ refusals, names }: { refusals: readonly AnsweredRefusal[]; names: DayPlan['names'] }) => {
  const { dayPlan: words } = useWords()
  const say = useReading(names)
  if (!say) return null
  if (refusals.length === 0) return <span className={css.quiet}>{words.fine}</span>
  return (
    <ul className={css.missing}>
      {refusals.map((refusal, at) => {
        const { what, owner } = sayRefusal(refusal, say.messages, say.reading)
        return (
          <li key={`${refusal.code}.${at}`}>
            {what}
            <span className={css.owner}>{words.fixedBy(owner)}</span>
          </li>
        )
      })}
    </ul>
  )
}
