import type { PersonCard } from '#contract/applying.ts'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { AnswerNames } from '#contract/names.ts'
import { createSay } from '#core/messages/create-say.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import type { SubstituteReason } from '#core/people/substitutes.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { useWords } from '../../session/language.tsx'
import css from './apply.module.css'
import { FitnessPill, type Fitness } from './member.tsx'

export type Standing =
  | { readonly kind: 'fit'; readonly reasons: readonly SubstituteReason[] }
  | { readonly kind: 'unfit'; readonly refusals: readonly AnsweredRefusal[]; readonly names: AnswerNames }
  | { readonly kind: 'unchecked' }

/** One colleague in the list: who, how they stand, and why there. The whole card is one target. */
export const Colleague = ({
  card,
  standing,
  onChoose,
}: {
  card: PersonCard
  standing: Standing
  onChoose: (card: PersonCard) => void
}) => {
  const words = useWords().apply
  return (
    <button type="button" className={css.colleague} onClick={() => onChoose(card)}>
      <span className={css.memberHead}>
        <strong className={css.name}>{card.name}</strong>
        <FitnessPill fitness={fitnessOf(standing)} />
      </span>
      <span className={css.note}>
        {[
          words.positions[card.position] ?? card.position,
          card.department,
          ...(card.shiftTeam === null ? [] : [words.team(card.shiftTeam)]),
        ].join(' · ')}
      </span>
      {standing.kind === 'fit' && <Reasons reasons={standing.reasons} />}
      {standing.kind === 'unfit' && <Against refusals={standing.refusals} names={standing.names} />}
    </button>
  )
}

const fitnessOf = (standing: Standing): Fitness =>
  standing.kind === 'unfit' ? { kind: 'unfit', count: standing.refusals.length } : { kind: standing.kind }

const Reasons = ({ reasons }: { reasons: readonly SubstituteReason[] }) => {
  const words = useWords().apply
  const reader = useReading()
  const say = (reason: SubstituteReason): string => {
    switch (reason.kind) {
      case 'same-team':
        return words.reason['same-team'](words.team(reason.team))
      case 'same-unit':
      case 'other-unit':
      case 'free':
        return words.reason[reason.kind]
      case 'planned-elsewhere':
        return words.reason['planned-elsewhere'](reason.jobs)
      case 'documents-through':
        return words.reason['documents-through'](
          reader ? createSay(reader.messages.writing, reader.reading).date(reason.through) : reason.through,
        )
    }
  }
  return (
    <span className={css.reasons}>
      {reasons.map((reason) => (
        <span key={reason.kind} className={css.reason}>
          {say(reason)}
        </span>
      ))}
    </span>
  )
}

const Against = ({ refusals, names }: { refusals: readonly AnsweredRefusal[]; names: AnswerNames }) => {
  const say = useReading(names)
  return (
    say && (
      <span className={css.against}>
        {refusals.map((refusal) => (
          <span key={refusal.code}>{sayRefusal(refusal, say.messages, say.reading).what}</span>
        ))}
      </span>
    )
  )
}
