import type { JobPage } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './job-detail.module.css'

const signs: { readonly [S in JobPage['duties'][number]['state']]: SafetyState } = {
  waiting: 'not-open',
  open: 'must',
  due: 'due',
  late: 'stopped',
  met: 'met',
  'met-late': 'due',
  lapsed: 'not-open',
  missed: 'stopped',
}

/** Every duty of this job and how it was kept. */
export const Duties = ({ page: { duties, people } }: { page: JobPage }) => {
  const { board: words } = useWords()
  const clock = useClockText()
  return (
    <ul className={css.rows}>
      {duties
        .toSorted((a, b) => a.dueAt - b.dueAt)
        .map((duty) => (
          <li key={duty.key} className={css.row}>
            <SafetyLabel state={signs[duty.state]}>{words.dutyState[duty.state]}</SafetyLabel>
            <div>
              {words.duty[duty.kind]} ·{' '}
              {'person' in duty.assignee
                ? (people[duty.assignee.person] ?? duty.assignee.person)
                : (words.authority[duty.assignee.authority] ?? duty.assignee.authority)}
              <p className={css.when}>
                {clock.short(duty.dueAt)}
                {duty.met && ` → ${clock.short(duty.met.at)} ${people[duty.met.by] ?? duty.met.by}`}
              </p>
            </div>
          </li>
        ))}
    </ul>
  )
}
