import type { PlannedPermit } from '#core/job/plan-permits.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { useSpeech } from '../../session/language.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { Mark } from '../../ui/touch/status-pill.tsx'
import css from './apply.module.css'
import { textIn } from './text-in.ts'

/** The permits that follow from what was entered, with the level and risk that nobody has to work out. */
export const PermitsNeeded = ({ rulebook, permits }: { rulebook: Rulebook; permits: readonly PlannedPermit[] }) => {
  const { apply: words } = useSpeech().words
  return (
    <Card title={words.needs} tone={permits.length > 0 ? 'must' : 'plain'}>
      {permits.length === 0 && <p className={css.note}>{words.needsNone}</p>}
      {permits.map((permit) => (
        <Needed key={permit.operation} rulebook={rulebook} permit={permit} />
      ))}
    </Card>
  )
}

const Needed = ({ rulebook, permit }: { rulebook: Rulebook; permit: PlannedPermit }) => {
  const { language, words } = useSpeech()
  const say = useReading()
  const operation = rulebook.operations[permit.operation]
  const level = operation?.levels.find(({ id }) => id === permit.level)
  if (!operation) return null
  return (
    <article className={css.permit} aria-label={textIn(language, operation.name)}>
      <OperationIcon kind={permit.operation} size={36} />
      <div className={css.permitText}>
        <strong className={css.name}>{textIn(language, operation.name)}</strong>
        <span className={css.note}>{permit.requiredBy === null ? words.apply.chosen : words.apply.required}</span>
        <span className={css.reasons}>
          {level && operation.levels.length > 1 && <Mark>{textIn(language, level.name)}</Mark>}
          <Mark>{say ? `${permit.risk} ${say.messages.risks[permit.risk]}` : permit.risk}</Mark>
          {permit.level !== permit.baseLevel &&
            permit.upgradedBy.map((upgrade) => (
              <Mark key={upgrade}>{words.apply.upgrades[upgrade] ?? words.apply.upgraded}</Mark>
            ))}
        </span>
      </div>
    </article>
  )
}
