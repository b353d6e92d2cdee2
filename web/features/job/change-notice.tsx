import { useLocation } from 'wouter'
import type { PersonId } from '#core/ids.ts'
import { endingAsked } from '#core/job/changes.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'

/** On the job's own page: that a change waits for an answer, or that the work goes on under another permit. */
export const ChangeNotice = ({ id, job, page }: OpenedJob) => {
  const { changes: words } = useWords()
  const [, navigate] = useLocation()
  const { changes } = job.record
  const person = (one: PersonId) => page.people[one] ?? one
  const ending = endingAsked(changes)
  const waiting = [
    ...(ending ? [`${person(ending.by)} ${words.ending.asked[ending.ending]}`] : []),
    ...changes.people.filter(({ answer }) => answer === null).map(({ change }) => words.sayPeople(change, { person })),
  ]
  if (waiting.length === 0 && changes.reissuedAs === null) return null
  return (
    <Card title={waiting.length > 0 ? words.waiting : words.reissue.as} tone="due">
      {waiting.map((what) => (
        <p key={what}>{what}</p>
      ))}
      <BigButton onClick={() => navigate(`/jobs/${id}/changes`)}>{words.reissue.open}</BigButton>
    </Card>
  )
}
