import { useState } from 'react'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { QrScanner } from '../../ui/scan/qr-scanner.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './apply.module.css'
import type { PlaceRow } from './place-section.tsx'

/** A place from the list by a part of its name, or by the code on the site's board. */
export const PlaceSheet = ({
  places,
  onChoose,
  onClose,
}: {
  places: readonly PlaceRow[]
  onChoose: (place: PlaceRow['id']) => void
  onClose: () => void
}) => {
  const words = useWords().apply
  const { api } = useServices()
  const [isScanning, setScanning] = useState(false)
  const [isUnknown, setUnknown] = useState(false)
  const [search, setSearch] = useState('')
  const found = places.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(search.trim().toLowerCase()))

  const read = async (text: string): Promise<void> => {
    try {
      const { answer } = await api.send<{ readonly id: string }>({
        method: 'POST',
        path: '/api/codes/read',
        body: { kind: 'json', value: { text } },
        key: crypto.randomUUID(),
      })
      const place = places.find(({ id }) => id === answer.id)
      if (place) return onChoose(place.id)
    } catch {
      // A code that cannot be read is told as one that is none of ours: the next try is the same.
    }
    setUnknown(true)
  }

  return (
    <Sheet title={words.choosePlace} onClose={onClose}>
      {isScanning ? (
        <>
          <QrScanner instruction={words.aimAtPlace} onScan={({ text }) => void read(text)} />
          {isUnknown && <p role="alert">{words.notAPlace}</p>}
          <BigButton onClick={() => setScanning(false)}>{words.listPlaces}</BigButton>
        </>
      ) : (
        <>
          <BigButton onClick={() => setScanning(true)}>{words.scanPlace}</BigButton>
          <TextField label={words.searchPlace} value={search} onChange={setSearch} />
          <RowList>
            {found.map(({ id, name, facts }) => (
              <ListRow
                key={id}
                title={name}
                detail={`${words.placeKinds[facts.kind]} · ${id}`}
                onOpen={() => onChoose(id)}
              />
            ))}
          </RowList>
          {found.length === 0 && <p className={css.note}>{words.noPlace}</p>}
        </>
      )}
    </Sheet>
  )
}
