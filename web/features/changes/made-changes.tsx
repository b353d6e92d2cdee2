import type { PersonId } from '#core/ids.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Card } from '../../ui/touch/card.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'

/** Who joined and who left, and what was not agreed to: everybody who had a part stays on record. */
export const MadeChanges = ({ job, page }: OpenedJob) => {
  const { changes: words, steps } = useWords()
  const clock = useClockText()
  const person = (id: PersonId) => page.people[id] ?? id
  const made = job.record.changes.people.flatMap(({ id, change, reason, answer }) =>
    answer ? [{ id, change, reason, answer }] : [],
  )
  if (made.length === 0) return null
  return (
    <Card title={words.made}>
      <RowList>
        {made.map(({ id, change, reason, answer }) => (
          <ListRow
            key={id}
            lead={<SafetyShape state={answer.isAgreed ? 'met' : 'stopped'} size={26} />}
            title={words.sayPeople(change, { person })}
            detail={`${answer.isAgreed ? words.answer.agreed : words.answer.denied} · ${steps.by(person(answer.by), clock.short(answer.at))} · ${reason}`}
          />
        ))}
      </RowList>
    </Card>
  )
}
