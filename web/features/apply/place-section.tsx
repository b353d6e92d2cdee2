import { useState } from 'react'
import type { PlaceFacts } from '#core/job/facts.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import type { Draft } from './draft.ts'
import { PlaceSheet } from './place-sheet.tsx'
import { Section } from './section.tsx'

export type PlaceRow = { readonly id: PlaceFacts['id']; readonly name: string; readonly facts: Omit<PlaceFacts, 'id'> }

/** The place, found in the list or by its code, and the exact part of it. */
export const PlaceSection = ({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) => {
  const words = useWords().apply
  const [isOpen, setOpen] = useState(false)
  const { data } = useRead<{ rows: readonly PlaceRow[] }>(['places'], '/api/places')
  const chosen = data?.rows.find(({ id }) => id === draft.place)
  return (
    <Section id="place" title={words.place}>
      {draft.place === '' ? (
        <BigButton onClick={() => setOpen(true)}>{words.choosePlace}</BigButton>
      ) : (
        <RowList>
          <ListRow
            title={chosen?.name ?? draft.place}
            detail={chosen ? `${words.placeKinds[chosen.facts.kind]} · ${draft.place}` : draft.place}
            onOpen={() => setOpen(true)}
          />
        </RowList>
      )}
      <TextField
        label={words.placeDetail}
        value={draft.placeDetail}
        onChange={(placeDetail) => onChange({ ...draft, placeDetail })}
      />
      <TextField
        label={words.content}
        value={draft.content}
        lines={2}
        onChange={(content) => onChange({ ...draft, content })}
      />
      {isOpen && (
        <PlaceSheet
          places={data?.rows ?? []}
          onClose={() => setOpen(false)}
          onChoose={(place) => {
            onChange({ ...draft, place })
            setOpen(false)
          }}
        />
      )}
    </Section>
  )
}
