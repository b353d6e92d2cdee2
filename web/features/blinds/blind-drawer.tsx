import { Alert, Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Blind } from '#core/blinds/blind.ts'
import { useWords } from '../../session/language.tsx'
import { PlaceSelect } from '../../session/registers/place-select.tsx'
import { RegisterField, RegisterForm } from '../../session/registers/register-field.tsx'
import { useKeepRow } from '../../session/registers/use-keep-row.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'

const texts = ['number', 'mapNumber', 'pipe', 'medium', 'specification', 'material'] as const
type TextName = (typeof texts)[number]
type Texts = Readonly<Record<TextName, string>>
const blank: Texts = { number: '', mapNumber: '', pipe: '', medium: '', specification: '', material: '' }
const textsOf = ({ number, mapNumber, pipe, medium, specification, material }: Blind): Texts => ({
  number,
  mapNumber,
  pipe,
  medium,
  specification,
  material,
})

/** One row of the blind register. Its number is on the tag in the pipe: of a row that stands, it does not change. */
export const BlindDrawer = ({ blind, onClose }: { blind: Blind | null; onClose: () => void }) => {
  const { registers } = useWords()
  const words = registers.blinds
  const [said, setSaid] = useState(blind ? textsOf(blind) : blank)
  const [place, setPlace] = useState<string | undefined>(blind?.place)
  const [temperatureCelsius, setTemperature] = useState<number | null>(blind?.temperatureCelsius ?? null)
  const [pressureMpa, setPressure] = useState<number | null>(blind?.pressureMpa ?? null)
  const { keep, faults, failed, isSending } = useKeepRow(['jobs', 'blinds'], onClose)
  const isComplete =
    texts.every((name) => said[name].trim() !== '') &&
    place !== undefined &&
    temperatureCelsius !== null &&
    pressureMpa !== null
  const text = (name: TextName): ReactNode => (
    <RegisterField key={name} label={words.fields[name]} fault={faults[name]}>
      <Input
        value={said[name]}
        maxLength={120}
        disabled={name === 'number' && blind !== null}
        onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
      />
    </RegisterField>
  )
  return (
    <SideDrawer open width={520} title={blind ? blind.number : words.add} onClose={onClose}>
      <RegisterForm>
        {texts.map(text)}
        <RegisterField label={words.fields.temperature} fault={faults['temperatureCelsius']}>
          <InputNumber style={{ width: '100%' }} value={temperatureCelsius} onChange={setTemperature} />
        </RegisterField>
        <RegisterField label={words.fields.pressure} fault={faults['pressureMpa']}>
          <InputNumber style={{ width: '100%' }} value={pressureMpa} onChange={setPressure} />
        </RegisterField>
        <RegisterField label={words.place} fault={faults['place']}>
          <PlaceSelect label={words.place} value={place} onChange={setPlace} />
        </RegisterField>
        {failed !== undefined && <Alert type="error" showIcon title={failed} />}
        <Button
          type="primary"
          disabled={!isComplete}
          loading={isSending}
          onClick={() =>
            void keep('/api/blinds', { ...said, place, temperatureCelsius, pressureMpa, isNew: blind === null })
          }
        >
          {registers.save}
        </Button>
      </RegisterForm>
    </SideDrawer>
  )
}
