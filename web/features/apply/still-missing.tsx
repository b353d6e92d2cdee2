import type { NeededPart } from '#contract/applying.ts'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { AnswerNames } from '#contract/names.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import type { ActOnRemedy } from '../../session/job/command-outcome.tsx'
import { useReading } from '../../session/job/use-reading.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { showSection, type SectionId } from './section.tsx'

const sectionOf: { readonly [P in NeededPart]: SectionId } = {
  operations: 'kinds',
  place: 'place',
  placeDetail: 'place',
  content: 'place',
}

/** What the writer can still add or put right alone: a list of taps, each leading to the place where it is done. */
export const StillMissing = ({
  missing,
  refusals,
  names,
  onAct,
}: {
  missing: readonly NeededPart[]
  refusals: readonly AnsweredRefusal[]
  names: AnswerNames
  onAct: ActOnRemedy
}) => {
  const words = useWords().apply
  const say = useReading(names)
  const count = missing.length + refusals.length
  if (count === 0) return null
  const sign = <SafetyShape state="must" size={22} />
  return (
    <Card title={words.missing(count)} tone="must">
      <RowList>
        {missing.map((part) => (
          <ListRow key={part} lead={sign} title={words.missingPart[part]} onOpen={() => showSection(sectionOf[part])} />
        ))}
        {say &&
          refusals.map((refusal, at) => {
            const act = refusal.remedies.map((remedy) => onAct(remedy, refusal)).find((one) => one !== undefined)
            return (
              <ListRow
                key={`${refusal.code} ${at}`}
                lead={sign}
                title={sayRefusal(refusal, say.messages, say.reading).what}
                {...(act ? { onOpen: act } : {})}
              />
            )
          })}
      </RowList>
    </Card>
  )
}
