import type { JobPage } from '#contract/job-views.ts'
import type { PersonId } from '#core/ids.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import css from './job-detail.module.css'

/** Who answers for what in this job, and what stands against it as of now: documents, medical, training, other work. */
export const People = ({ page, speaker }: { page: JobPage; speaker: Speaker }) => {
  const { board: words } = useWords()
  const { job, people } = page
  const application = 'record' in job ? job.record.application : 'application' in job ? job.application : null
  if (!application) return null
  const rows: readonly (readonly [string, PersonId])[] = [
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
          <dd>
            {people[person] ?? person}
            <Documents page={page} speaker={speaker} person={person} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isAsked = ({ status }: JobPage['job']): boolean =>
  status === 'submitted' || status === 'approved' || status === 'active' || status === 'suspended'

const Documents = ({
  page: { job, peopleProblems },
  speaker: { messages, reading },
  person,
}: {
  page: JobPage
  speaker: Speaker
  person: PersonId
}) => {
  const { board: words } = useWords()
  // What stands against an application is told where it was refused.
  if (job.status === 'drafted') return null
  if (!isAsked(job)) return <p className={css.when}>{words.documentsOver}</p>
  const problems = peopleProblems.filter(({ params }) => 'person' in params && params.person === person)
  if (problems.length === 0)
    return (
      <p className={css.when}>
        <SafetyLabel state="met">{words.documentsGood}</SafetyLabel>
      </p>
    )
  return (
    <ul className={css.problems}>
      {problems.map((problem) => {
        const { what, why, owner } = sayRefusal(problem, messages, reading)
        return (
          <li key={what}>
            {what} · {owner}
            {why !== null && <span className={css.when}> {why}</span>}
          </li>
        )
      })}
    </ul>
  )
}
