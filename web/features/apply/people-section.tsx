import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { PlannedPermit } from '#core/job/plan-permits.ts'
import type { JobPart } from '#core/people/substitutes.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import css from './apply.module.css'
import { unseat, type Draft, type Seat } from './draft.ts'
import { DutyChips } from './duty-chips.tsx'
import { Member, type Fitness } from './member.tsx'
import { Section } from './section.tsx'
import type { Wanted } from './use-colleagues.ts'

const parts = ['crew', 'guardian', 'gas-analyst'] as const

/** Everybody in the job, each with the state beside the name, as the rules see it now. */
export const PeopleSection = ({
  draft,
  rulebook,
  permits,
  refusals,
  isJudged,
  nameOf,
  onChange,
  onWant,
}: {
  draft: Draft
  rulebook: Rulebook
  permits: readonly PlannedPermit[]
  refusals: readonly AnsweredRefusal[]
  isJudged: boolean
  nameOf: (person: string) => string
  onChange: (draft: Draft) => void
  onWant: (wanted: Wanted) => void
}) => {
  const words = useWords().apply
  const fitnessOf = (person: string): Fitness => {
    const count = refusals.filter(({ params }) => 'person' in params && params.person === person).length
    if (count > 0) return { kind: 'unfit', count }
    return isJudged ? { kind: 'fit' } : { kind: 'unchecked' }
  }
  const operations = operationsOf(draft, permits)
  // Work that tests no gas has nobody to test it; who was chosen before stays in sight.
  const asksForAnalyst = operations.some((operation) => rulebook.operations[operation]?.gasAnalyst !== undefined)
  const askedParts = parts.filter((part) => part !== 'gas-analyst' || asksForAnalyst || draft.gasAnalyst !== undefined)
  return (
    <Section id="people" title={words.people}>
      <h3 className={css.part}>{words.leader}</h3>
      <Member name={nameOf(draft.leader)} fitness={fitnessOf(draft.leader)} />
      {askedParts.map((part) => (
        <div key={part} className={css.group}>
          <h3 className={css.part}>{words.part[part]}</h3>
          {seatsOf(draft, part).map((seat) => (
            <Member
              key={seat.person}
              name={nameOf(seat.person)}
              fitness={fitnessOf(seat.person)}
              onReplace={() => onWant({ part, duties: seat.duties, replaced: seat.person })}
              onRemove={() => onChange(unseat(draft, seat))}
            >
              {part === 'crew' && (
                <DutyChips
                  label={words.duties(nameOf(seat.person))}
                  rulebook={rulebook}
                  operations={operations}
                  chosen={seat.duties}
                  onChange={(duties) =>
                    onChange({
                      ...draft,
                      crew: draft.crew.map((one) =>
                        one.person === seat.person ? { ...one, duties: [...duties] } : one,
                      ),
                    })
                  }
                />
              )}
            </Member>
          ))}
          {!(part === 'gas-analyst' && draft.gasAnalyst !== undefined) && (
            <BigButton onClick={() => onWant({ part, duties: [], replaced: null })}>{words.add[part]}</BigButton>
          )}
        </div>
      ))}
    </Section>
  )
}

const seatsOf = ({ crew, guardians, gasAnalyst }: Draft, part: JobPart): readonly Seat[] => {
  switch (part) {
    case 'crew':
      return crew.map((one) => ({ part, ...one }))
    case 'guardian':
      return guardians.map((person) => ({ part, person, duties: [] }))
    case 'gas-analyst':
      return gasAnalyst === undefined ? [] : [{ part, person: gasAnalyst, duties: [] }]
  }
}

/** What the applicant chose, and what follows from it once the place is known. */
export const operationsOf = ({ operations }: Draft, permits: readonly PlannedPermit[]): Draft['operations'] => [
  ...new Set([...operations, ...permits.map(({ operation }) => operation)]),
]
