import { useState } from 'react'
import type { PersonId } from '#core/ids.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { NewcomerSheet } from './newcomer-sheet.tsx'
import type { Wanted } from './use-colleagues.ts'

/** Whose place changes: everybody in the job by name, and one more of each kind. */
export const PeopleSheet = ({ opened, onClose }: { opened: OpenedJob; onClose: () => void }) => {
  const { people: words } = useWords().changes
  const [wanted, setWanted] = useState<Wanted>()
  const { crew, guardians, leader } = opened.job.record.application
  const nameOf = (person: PersonId): string => opened.page.people[person] ?? person
  const rows: readonly Wanted[] = [
    ...crew.map(({ person, duties }) => ({ role: 'crew' as const, replaced: person, duties })),
    ...guardians.map((person) => ({ role: 'guardian' as const, replaced: person, duties: [] })),
    { role: 'leader', replaced: leader, duties: [] },
  ]
  // Whoever joins the crew shares the duties of the first until somebody says otherwise.
  const joining: readonly (Wanted & { role: 'crew' | 'guardian' })[] = [
    { role: 'crew', replaced: null, duties: crew[0]?.duties ?? [] },
    { role: 'guardian', replaced: null, duties: [] },
  ]
  if (wanted) return <NewcomerSheet opened={opened} wanted={wanted} onClose={onClose} />
  return (
    <Sheet title={words.who} onClose={onClose}>
      <RowList>
        {rows.map((row) => (
          <ListRow
            key={`${row.role}.${row.replaced}`}
            title={row.replaced === null ? '' : nameOf(row.replaced)}
            detail={words.roles[row.role]}
            onOpen={() => setWanted(row)}
          />
        ))}
        {joining.map((row) => (
          <ListRow key={row.role} title={words.join[row.role]} onOpen={() => setWanted(row)} />
        ))}
      </RowList>
    </Sheet>
  )
}
