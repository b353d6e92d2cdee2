import type { JobPage } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import css from './job-detail.module.css'

/** Who answers for what in this job. */
export const People = ({ page: { job, people } }: { page: JobPage }) => {
  const { board: words } = useWords()
  const application = 'record' in job ? job.record.application : 'application' in job ? job.application : null
  if (!application) return null
  const rows: readonly (readonly [string, string])[] = [
    [words.role.leader, application.leader],
    ...application.guardians.map((person) => [words.role.guardian, person] as const),
    ...application.crew.map(({ person }) => [words.role.crew, person] as const),
    ...(application.gasAnalyst === undefined ? [] : [[words.role.gasAnalyst, application.gasAnalyst] as const]),
  ]
  return (
    <dl className={css.pairs}>
      {rows.map(([role, person]) => (
        <div key={`${role} ${person}`}>
          <dt>{role}</dt>
          <dd>{people[person] ?? person}</dd>
        </div>
      ))}
    </dl>
  )
}
