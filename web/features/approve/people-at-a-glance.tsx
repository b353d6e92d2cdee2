import type { PersonInJob } from '#contract/job-readiness.ts'
import type { Owner } from '#core/job/refusal.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { Card } from '../../ui/touch/card.tsx'
import css from './approve.module.css'

/** Everybody in the job with the state of their documents, as the approval itself judges them. */
export const PeopleAtAGlance = (opened: OpenedJob) => {
  const { approve: words } = useWords().steps
  return (
    <Card title={words.people}>
      <ul className={css.list}>
        {opened.readiness.people.map((person) => (
          <Person key={person.person} one={person} opened={opened} />
        ))}
      </ul>
    </Card>
  )
}

/** A signature or a sign-in that lacks is no fault of the documents; what these put right is. */
const documentOwners: readonly Owner[] = ['training', 'medical', 'personnel', 'safety']

const Person = ({
  one: { person, parts, documents, medical },
  opened: { page, readiness, say },
}: {
  one: PersonInJob
  opened: OpenedJob
}) => {
  const { approve: words, part, medical: verdict } = useWords().steps
  const problems =
    readiness.gate?.refusals.filter(
      ({ owner, params }) => documentOwners.includes(owner) && 'person' in params && params.person === person,
    ).length ?? 0
  const validity = (through: string | null): string => {
    if (through === null) return words.unknownValidity
    return through === 'unlimited' ? words.unlimited : words.through(through)
  }
  return (
    <li className={css.person}>
      <SafetyShape state={problems > 0 ? 'stopped' : 'met'} size={26} />
      <details>
        <summary>
          <strong>{page.people[person] ?? person}</strong> {parts.map((held) => part[held]).join(' · ')}
          <br />
          <span className={css.quiet}>
            {problems > 0 ? words.wanting(problems) : words.ready} · {words.documents(documents.length)}
          </span>
        </summary>
        <ul className={css.documents}>
          {documents.map(({ category, validThrough }, at) => (
            <li key={`${category}.${at}`}>
              {say.reading.names.category(category)} · {validity(validThrough)}
            </li>
          ))}
          {medical && <li>{verdict[medical.verdict]}</li>}
        </ul>
      </details>
    </li>
  )
}
