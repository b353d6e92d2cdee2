import { Alert, Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import type { CalendarVersion } from '#contract/calendar.ts'
import { dayNameLengthMax, enteredKinds, type EnteredKind } from '#core/calendar/calendar-day.ts'
import type { IsoDate } from '#core/time/epoch.ts'
import { useWords } from '../../session/language.tsx'
import { RegisterField } from '../../session/registers/register-field.tsx'
import { useKeepRow } from '../../session/registers/use-keep-row.ts'
import css from './calendar.module.css'
import { DaySwatch } from './day-look.tsx'
import { useDayWords } from './use-day-words.ts'

const stay = (): void => undefined

/** Says what a day is, or takes it back. It stays open afterwards: what changes for the work of that day is read beneath. */
export const DayForm = ({ day, standing }: { day: IsoDate; standing: CalendarVersion | undefined }) => {
  const { calendar } = useWords()
  const words = calendar.day
  const { nameOf, markOf } = useDayWords()
  const [kind, setKind] = useState<EnteredKind | null>(standing?.kind ?? null)
  const [name, setName] = useState(standing?.name ?? '')
  const [isProvisional, setProvisional] = useState(standing?.isProvisional ?? false)
  const { keep, faults, failed, isSending } = useKeepRow(['jobs', 'calendar'], stay)
  const send = (said: { kind: EnteredKind | null; name: string; isProvisional: boolean }): void =>
    void keep('/api/calendar', { days: [{ day, ...said, seenVersion: standing?.version ?? 0 }] })
  return (
    <div className={css.form}>
      <Radio.Group
        aria-label={words.kind}
        className={css.kinds ?? ''}
        value={kind}
        onChange={({ target }) => setKind(target.value as EnteredKind)}
        options={enteredKinds.map((one) => ({
          value: one,
          label: (
            <>
              <DaySwatch look={one} mark={markOf(one)} /> {nameOf(one)}
            </>
          ),
        }))}
      />
      <RegisterField
        label={words.name}
        fault={faults['days.0.name'] === undefined ? undefined : calendar.list.faults['name-missing']}
      >
        <Input value={name} maxLength={dayNameLengthMax} onChange={({ target }) => setName(target.value)} />
      </RegisterField>
      <Checkbox checked={isProvisional} onChange={({ target }) => setProvisional(target.checked)}>
        {words.provisional}
      </Checkbox>
      {faults['days.0.seenVersion'] !== undefined && <Alert type="error" showIcon title={words.overtaken} />}
      {failed !== undefined && <Alert type="error" showIcon title={failed} />}
      <div className={css.actions}>
        <Button
          type="primary"
          disabled={kind === null}
          loading={isSending}
          onClick={() => send({ kind, name: name.trim(), isProvisional })}
        >
          {words.save}
        </Button>
        {standing?.kind && (
          <Button
            loading={isSending}
            title={words.takeBackHow}
            onClick={() => send({ kind: null, name: '', isProvisional: false })}
          >
            {words.takeBack}
          </Button>
        )}
      </div>
    </div>
  )
}
