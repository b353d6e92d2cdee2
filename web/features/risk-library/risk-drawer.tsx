import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { RiskHistory, RiskLibrary } from '#contract/risk-library.ts'
import { hazardOwners } from '#core/job/site-records.ts'
import { equipmentKinds, type RiskEntry, type RiskEntryVersion } from '#core/risk/risk-library.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './risk-library.module.css'

type Draft = Omit<RiskEntry, 'id' | 'version'>
const blank: Draft = {
  key: { operation: null, equipment: null, area: null },
  step: '',
  hazard: '',
  consequence: '',
  measures: '',
  owner: 'leader',
}
const draftOf = ({ key, step, hazard, consequence, measures, owner }: RiskEntry): Draft => ({
  key,
  step,
  hazard,
  consequence,
  measures,
  owner,
})
const any = ''

/** One row of the library: what it is about, what it says, and how it came to be so. Only the safety officer changes it. */
export const RiskDrawer = ({
  entry,
  operations,
  units,
  mayKeep,
  onClose,
}: {
  entry: RiskEntryVersion | null
  operations: readonly { readonly value: string; readonly label: string }[]
  units: RiskLibrary['units']
  mayKeep: boolean
  onClose: () => void
}) => {
  const { risks: words } = useWords()
  const [draft, setDraft] = useState(entry ? draftOf(entry) : blank)
  const { save, hasFailed } = useSave(entry, onClose)
  const isComplete = [draft.step, draft.hazard, draft.consequence, draft.measures].every((text) => text.trim() !== '')
  const key = (part: Partial<Draft['key']>): void => setDraft({ ...draft, key: { ...draft.key, ...part } })
  const text = (label: string, field: 'step' | 'hazard' | 'consequence' | 'measures'): ReactNode => (
    <label>
      {label}
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: field === 'measures' ? 3 : 1 }}
        value={draft[field]}
        readOnly={!mayKeep}
        onChange={({ target }) => setDraft({ ...draft, [field]: target.value })}
      />
    </label>
  )
  const choice = (
    label: string,
    value: string | null,
    options: readonly { readonly value: string; readonly label: string }[],
    onChange: (value: string | null) => void,
  ): ReactNode => (
    <label>
      {label}
      <Select
        aria-label={label}
        value={value ?? any}
        disabled={!mayKeep}
        onChange={(chosen: string) => onChange(chosen === any ? null : chosen)}
        options={[{ value: any, label: words.any }, ...options]}
      />
    </label>
  )
  return (
    <SideDrawer open width={520} title={entry ? words.change : words.add} onClose={onClose}>
      <div className={css.form}>
        <div className={css.keys}>
          {choice(words.operation, draft.key.operation, operations, (operation) =>
            key({ operation: operation as Draft['key']['operation'] }),
          )}
          {choice(
            words.equipmentColumn,
            draft.key.equipment,
            equipmentKinds.map((value) => ({ value, label: words.equipment[value] })),
            (chosen) => key({ equipment: equipmentKinds.find((kind) => kind === chosen) ?? null }),
          )}
          {choice(
            words.area,
            draft.key.area,
            units.map(({ unit, name }) => ({ value: unit, label: name })),
            (area) => key({ area }),
          )}
        </div>
        {text(words.step, 'step')}
        {text(words.hazardField, 'hazard')}
        {text(words.consequence, 'consequence')}
        {text(words.measures, 'measures')}
        <label>
          {words.owner}
          <Select
            aria-label={words.owner}
            value={draft.owner}
            disabled={!mayKeep}
            onChange={(owner) => setDraft({ ...draft, owner })}
            options={hazardOwners.map((value) => ({ value, label: words.owners[value] }))}
          />
        </label>
        {hasFailed && <Alert type="warning" showIcon title={words.failed} />}
        {mayKeep && (
          <div className={css.actions}>
            <Button type="primary" disabled={!isComplete} onClick={() => void save(draft, false)}>
              {words.save}
            </Button>
            {entry && (
              <Button danger onClick={() => void save(draftOf(entry), true)}>
                {words.withdraw}
              </Button>
            )}
          </div>
        )}
        {entry && <History entry={entry.id} />}
      </div>
    </SideDrawer>
  )
}

/** Sends the row as a new one, or as the version behind the one that was opened: who was faster is not written over. */
const useSave = (entry: RiskEntryVersion | null, onSaved: () => void) => {
  const { api } = useServices()
  const queries = useQueryClient()
  const [hasFailed, setHasFailed] = useState(false)
  const save = async (draft: Draft, isWithdrawn: boolean): Promise<void> => {
    try {
      await api.send({
        method: 'POST',
        path: entry ? `/api/risk-library/${entry.id}/versions` : '/api/risk-library',
        body: { kind: 'json', value: entry ? { ...draft, seenVersion: entry.version, isWithdrawn } : draft },
        key: crypto.randomUUID(),
      })
      await queries.invalidateQueries({ queryKey: ['risks'] })
      onSaved()
    } catch {
      setHasFailed(true)
    }
  }
  return { save, hasFailed }
}

const History = ({ entry }: { entry: string }) => {
  const { risks: words } = useWords()
  const clock = useClockText()
  const { data } = useRead<RiskHistory>(['risks', 'history', entry], `/api/risk-library/${entry}`)
  return (
    <section aria-label={words.history}>
      <h3 className={css.historyHead}>{words.history}</h3>
      <ol className={css.history} reversed>
        {data?.versions.map(({ version, measures, hazard, isWithdrawn, changedBy, changedAt }) => (
          <li key={version}>
            <strong>{words.version(version)}</strong>{' '}
            <span className={css.quiet}>
              {words.changedBy(data.people[changedBy] ?? changedBy, clock.short(changedAt))}
            </span>
            <br />
            {isWithdrawn ? words.withdrawn : `${hazard}:${measures}`}
          </li>
        ))}
      </ol>
    </section>
  )
}
