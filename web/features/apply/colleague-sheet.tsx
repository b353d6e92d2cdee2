import { useState } from 'react'
import type { PersonCard, SubstitutesAnswer } from '#contract/applying.ts'
import type { DutyId } from '#core/ids.ts'
import type { PlannedPermit } from '#core/job/plan-permits.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './apply.module.css'
import { Colleague } from './colleague.tsx'
import type { Draft } from './draft.ts'
import { DutyChips } from './duty-chips.tsx'
import { operationsOf } from './people-section.tsx'
import { useColleagues, type Wanted } from './use-colleagues.ts'

/** Who could take a part: the qualified first, best at the top and why; then the others with what speaks against each. */
export const ColleagueSheet = ({
  job,
  draft,
  rulebook,
  permits,
  wanted,
  nameOf,
  onChoose,
  onClose,
}: {
  job: string
  draft: Draft
  rulebook: Rulebook
  permits: readonly PlannedPermit[]
  wanted: Wanted
  nameOf: (person: string) => string
  onChoose: (card: Pick<PersonCard, 'id' | 'name'>, duties: readonly DutyId[]) => void
  onClose: () => void
}) => {
  const words = useWords().apply
  const [search, setSearch] = useState('')
  const [duties, setDuties] = useState(wanted.duties)
  const { part, replaced } = wanted
  const { data, isError } = useColleagues(job, draft, { part, duties, replaced }, search)
  const title = replaced === null ? words.add[part] : words.replace(nameOf(replaced))
  const choose = (card: Pick<PersonCard, 'id' | 'name'>): void => onChoose(card, duties)
  return (
    <Sheet title={title} onClose={onClose}>
      {part === 'crew' && replaced === null && (
        <>
          <h3 className={css.part}>{words.dutiesOfNew}</h3>
          <DutyChips
            label={words.dutiesOfNew}
            rulebook={rulebook}
            operations={operationsOf(draft, permits)}
            chosen={duties}
            onChange={setDuties}
          />
        </>
      )}
      <TextField label={words.searchPeople} value={search} onChange={setSearch} />
      {data && <Colleagues found={data} onChoose={choose} />}
      {part !== 'crew' && (isError || (data && Object.keys(data.people).length === 0)) && (
        <Others search={search.trim()} onChoose={choose} />
      )}
    </Sheet>
  )
}

const Colleagues = ({
  found: { qualified, unfit, people, names },
  onChoose,
}: {
  found: SubstitutesAnswer
  onChoose: (card: PersonCard) => void
}) => {
  const words = useWords().apply
  const cardOf = (person: string) => people[person]
  return (
    <>
      {qualified.length === 0 && (
        <div className={css.group}>
          <strong>{words.nobodyQualified}</strong>
          {unfit.length > 0 && <p className={css.note}>{words.nobodyQualifiedHow}</p>}
        </div>
      )}
      {qualified.length > 0 && <h3 className={css.part}>{words.qualified(qualified.length)}</h3>}
      {qualified.map(({ person, reasons }) => {
        const card = cardOf(person)
        return card && <Colleague key={person} card={card} standing={{ kind: 'fit', reasons }} onChoose={onChoose} />
      })}
      {unfit.length > 0 && <h3 className={css.part}>{words.othersUnfit(unfit.length)}</h3>}
      {unfit.map(({ person, refusals }) => {
        const card = cardOf(person)
        return (
          card && (
            <Colleague key={person} card={card} standing={{ kind: 'unfit', refusals, names }} onChoose={onChoose} />
          )
        )
      })}
    </>
  )
}

/** Guardians and analysts may be of another employer; they are found by the staff number they tell, and judged once chosen. */
const Others = ({ search, onChoose }: { search: string; onChoose: (card: PersonCard) => void }) => {
  const words = useWords().apply
  const { data } = useRead<{ rows: readonly PersonCard[] }>(
    ['people', 'by-number', search],
    search === '' ? undefined : `/api/people?search=${encodeURIComponent(search)}`,
  )
  if (!data || data.rows.length === 0) return <p className={css.note}>{words.nobodyFound}</p>
  return (
    <>
      <h3 className={css.part}>{words.byNumber}</h3>
      {data.rows.map((card) => (
        <Colleague key={card.id} card={card} standing={{ kind: 'unchecked' }} onChoose={onChoose} />
      ))}
    </>
  )
}
