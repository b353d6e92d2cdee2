import { Alert, Button, Input, Select, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CameraLine } from '#contract/video.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import css from './video.module.css'

export type CameraShown = CameraLine

/** What a camera is: number, name, what it shows, where its picture is fetched, and the plate. */
export const CameraDrawer = ({
  camera,
  onClose,
  onSaved,
}: {
  camera: CameraShown | undefined
  onClose: () => void
  onSaved: () => void
}) => {
  const { video: words } = useWords()
  const { api } = useServices()
  const { data: known } = useRead<{ readonly rows: readonly { readonly id: string; readonly name: string }[] }>(
    ['places'],
    '/api/places',
  )
  const [id, setId] = useState(camera?.id ?? '')
  const [name, setName] = useState(camera?.name ?? '')
  const [address, setAddress] = useState(camera?.address ?? '')
  const [rating, setRating] = useState(camera?.explosionRating ?? '')
  const [places, setPlaces] = useState<string[]>(camera?.places.map((place) => place.id) ?? [])
  const [hasRecorder, setRecorder] = useState(camera ? camera.recorder !== null : true)
  const [fault, setFault] = useState<'refused' | 'failed'>()
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  const send = async (): Promise<void> => {
    setFault(undefined)
    const written = { address: orNull(address), explosionRating: orNull(rating), places, hasRecorder }
    const value = { id: id.trim(), name: name.trim(), ...written }
    try {
      await api.send({
        method: 'POST',
        path: '/api/cameras',
        body: { kind: 'json', value },
        key: crypto.randomUUID(),
      })
      onSaved()
    } catch (error) {
      setFault(error instanceof RequestFailed && error.failure.kind === 'problem' ? 'refused' : 'failed')
    }
  }
  return (
    <SideDrawer open width={520} title={camera ? camera.name : words.add} onClose={onClose}>
      <div className={css.form}>
        <Field label={words.number}>
          <Input value={id} disabled={camera !== undefined} onChange={({ target }) => setId(target.value)} />
        </Field>
        <Field label={words.name}>
          <Input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
        </Field>
        <Field label={words.places}>
          <Select
            mode="multiple"
            aria-label={words.places}
            showSearch={{ optionFilterProp: 'label' }}
            value={places}
            options={(known?.rows ?? []).map((place) => ({ value: place.id, label: place.name }))}
            onChange={setPlaces}
          />
        </Field>
        <Field label={words.rating} how={words.ratingHow}>
          <Input value={rating} maxLength={120} onChange={({ target }) => setRating(target.value)} />
        </Field>
        <Field label={words.address} how={words.addressHow}>
          <Input value={address} maxLength={400} onChange={({ target }) => setAddress(target.value)} />
        </Field>
        <Field label={words.hasRecorder} how={words.hasRecorderHow}>
          <Switch aria-label={words.hasRecorder} checked={hasRecorder} onChange={setRecorder} />
        </Field>
        {fault && <Alert type="error" showIcon title={words[fault]} />}
        <Button type="primary" block disabled={id.trim() === '' || name.trim() === ''} onClick={() => void send()}>
          {words.save}
        </Button>
      </div>
    </SideDrawer>
  )
}

const Field = ({ label, how, children }: { label: string; how?: string; children: ReactNode }) => (
  <label className={css.field}>
    {label}
    {children}
    {how !== undefined && <span className={css.quiet}>{how}</span>}
  </label>
)
