import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { PointView } from '#contract/isolation.ts'
import { energyKinds, pointKinds, type EnergyKind, type PointKind } from '#core/isolation/point.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { PlaceSelect } from '../../session/registers/place-select.tsx'
import { RegisterField, RegisterForm } from '../../session/registers/register-field.tsx'
import { useKeepRow } from '../../session/registers/use-keep-row.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'

/** One point of the register: what is cut off where, and for which kinds of work it is always needed. Its lock is of the site. */
export const PointDrawer = ({ point, onClose }: { point: PointView | null; onClose: () => void }) => {
  const { words: all, language } = useSpeech()
  const { isolation: words, registers } = all
  const { data: rulebook } = useRulebook()
  const [id] = useState(() => point?.id ?? `point-${crypto.randomUUID()}`)
  const [number, setNumber] = useState(point?.number ?? '')
  const [name, setName] = useState(point?.name ?? '')
  const [place, setPlace] = useState<string | undefined>(point?.place)
  const [kind, setKind] = useState<PointKind>(point?.kind ?? 'valve')
  const [energy, setEnergy] = useState<EnergyKind>(point?.energy ?? 'process-medium')
  const [alwaysFor, setAlwaysFor] = useState<readonly string[]>(point?.alwaysFor ?? [])
  const { keep, faults, failed, isSending } = useKeepRow(['jobs', 'isolation-points'], onClose)
  const isComplete = number.trim() !== '' && name.trim() !== '' && place !== undefined
  const operations = Object.values(rulebook?.operations ?? {}).map((one) => ({
    value: one.id,
    label: language === 'zh-CN' ? one.name.zh : one.name.en,
  }))
  return (
    <SideDrawer open width={520} title={point ? point.number : words.addPoint} onClose={onClose}>
      <RegisterForm>
        <RegisterField label={words.number} fault={faults['number']}>
          <Input value={number} maxLength={120} onChange={({ target }) => setNumber(target.value)} />
        </RegisterField>
        <RegisterField label={words.point} fault={faults['name']}>
          <Input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
        </RegisterField>
        <RegisterField label={words.place} fault={faults['place']}>
          <PlaceSelect label={words.place} value={place} onChange={setPlace} />
        </RegisterField>
        <RegisterField label={words.kindLabel} fault={faults['kind']}>
          <Select
            aria-label={words.kindLabel}
            value={kind}
            options={pointKinds.map((value) => ({ value, label: words.kind[value] }))}
            onChange={setKind}
          />
        </RegisterField>
        <RegisterField label={words.energyLabel} fault={faults['energy']}>
          <Select
            aria-label={words.energyLabel}
            value={energy}
            options={energyKinds.map((value) => ({ value, label: words.energy[value] }))}
            onChange={setEnergy}
          />
        </RegisterField>
        <RegisterField label={words.alwaysFor} fault={faults['alwaysFor']}>
          <Select
            mode="multiple"
            aria-label={words.alwaysFor}
            value={[...alwaysFor]}
            options={operations}
            onChange={(chosen: string[]) => setAlwaysFor(chosen)}
          />
        </RegisterField>
        {failed !== undefined && <Alert type="error" showIcon title={failed} />}
        <Button
          type="primary"
          disabled={!isComplete}
          loading={isSending}
          onClick={() => void keep('/api/isolation-points', { id, number, name, place, kind, energy, alwaysFor })}
        >
          {registers.save}
        </Button>
      </RegisterForm>
    </SideDrawer>
  )
}
