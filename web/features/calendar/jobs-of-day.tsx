import { Link } from 'wouter'
import type { JobOfDay } from '#contract/calendar.ts'
import { rulebookNames } from '#core/messages/rulebook-names.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import css from './calendar.module.css'

/** Open work of the day whose level hangs on what the day is; the server has judged it by the calendar as it is now. */
export const JobsOfDay = ({ jobs }: { jobs: readonly JobOfDay[] }) => {
  const { words, language } = useSpeech()
  const { day: said } = words.calendar
  const known: { readonly [upgrade: string]: string } = words.steps.approve.upgrade
  const { data: rulebook } = useRulebook()
  if (!rulebook) return null
  const names = rulebookNames(rulebook, language)
  if (jobs.length === 0) return <p className={css.quiet}>{said.noJobs}</p>
  return (
    <ul className={css.jobs}>
      {jobs.map(({ job, content, placeName, status, permits }) => (
        <li key={job}>
          <Link href={`/jobs/${job}`}>{content}</Link> <span className={css.quiet}>{words.jobs.status[status]}</span>
          <div className={css.quiet}>{placeName}</div>
          {permits.map(({ operation, level, upgradedBy, needed }) => (
            <div key={operation}>
              {names.operation(operation)} {names.level(operation, level)}
              {upgradedBy.length > 0 && (
                <span className={css.quiet}>
                  {' '}
                  · {said.raisedBy(upgradedBy.map((id) => known[id] ?? id).join('、'))}
                </span>
              )}
              {needed !== null && (
                <div>
                  <SafetyLabel state="stopped">{said.needs(names.level(operation, needed))}</SafetyLabel>
                </div>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
