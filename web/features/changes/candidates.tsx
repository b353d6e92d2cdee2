import { useState } from 'react'
import type { PersonCard } from '#contract/applying.ts'
import { JobRefusals } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useColleagues, type Wanted } from './use-colleagues.ts'

/** The qualified first; the others stand below with what speaks against them, so that nobody asks why they are missing. */
export const Candidates = ({
  opened,
  wanted,
  onChoose,
}: {
  opened: OpenedJob
  wanted: Wanted
  onChoose: (card: Pick<PersonCard, 'id' | 'name'>) => void
}) => {
  const { people: words } = useWords().changes
  const [search, setSearch] = useState('')
  const { data } = useColleagues(opened, wanted, search.trim())
  const qualified = data?.qualified.flatMap(({ person }) => data.people[person] ?? []) ?? []
  const unfit = data?.unfit.flatMap(({ person, refusals }) => {
    const card = data.people[person]
    return card ? [{ card, refusals }] : []
  })
  return (
    <>
      <TextField label={words.search} value={search} onChange={setSearch} />
      {qualified.length === 0 && (wanted.role !== 'crew' || (unfit ?? []).length === 0) ? (
        <Others search={search.trim()} onChoose={onChoose} />
      ) : (
        <RowList>
          {qualified.map((card) => (
            <ListRow
              key={card.id}
              lead={<SafetyShape state="met" size={26} />}
              title={card.name}
              detail={placeOf(card)}
              trail={<StatusPill state="met">{words.qualified}</StatusPill>}
              onOpen={() => onChoose(card)}
            />
          ))}
        </RowList>
      )}
      {unfit?.slice(0, shownMax).map(({ card, refusals }) => (
        <details key={card.id}>
          <summary>
            {card.name} · {words.unfit}
          </summary>
          <JobRefusals refusals={refusals} names={data?.names} />
        </details>
      ))}
    </>
  )
}

/** More of those who may not take the place than this help nobody. */
const shownMax = 8

const placeOf = ({ department, shiftTeam }: PersonCard): string =>
  [department, ...(shiftTeam === null ? [] : [shiftTeam])].join(' · ')

const Others = ({
  search,
  onChoose,
}: {
  search: string
  onChoose: (card: Pick<PersonCard, 'id' | 'name'>) => void
}) => {
  const { people: words } = useWords().changes
  const { data } = useRead<{ rows: readonly PersonCard[] }>(
    ['people', 'by-number', search],
    search === '' ? undefined : `/api/people?search=${encodeURIComponent(search)}`,
  )
  if (!data || data.rows.length === 0) return <p>{words.nobody}</p>
  return (
    <RowList>
      {data.rows.map((card) => (
        <ListRow
          key={card.id}
          title={card.name}
          detail={placeOf(card)}
          trail={<StatusPill state="not-open">{words.unchecked}</StatusPill>}
          onOpen={() => onChoose(card)}
        />
      ))}
    </RowList>
  )
}
