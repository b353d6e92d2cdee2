import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { PersonFile } from '#contract/people.ts'
import { useServices } from '../../session/services.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

type Result = PersonFile['credentials'][number]['checks'][number]['result']
type Method = PersonFile['credentials'][number]['checks'][number]['method']

const results: readonly Result[] = ['confirmed', 'not-found', 'revoked']

/** What the issuer's register said, recorded by whoever looked. Nothing is chosen beforehand: a result is seen, not assumed. */
export const OfficialCheckDrawer = ({
  credential: { id, category },
  onClose,
}: {
  credential: { readonly id: string; readonly category: string }
  onClose: () => void
}) => {
  const words = usePeopleWords()
  const { api } = useServices()
  const queries = useQueryClient()
  const { timeZone, now } = useUi()
  const [result, setResult] = useState<Result>()
  const [method, setMethod] = useState<Method>('website')
  const [checkedOn, setCheckedOn] = useState(() => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now()))
  const [note, setNote] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  const [key] = useState(() => crypto.randomUUID())

  const record = async () => {
    try {
      await api.send({
        method: 'POST',
        path: `/api/credentials/${encodeURIComponent(id)}/official-checks`,
        body: { kind: 'json', value: { result, method, checkedOn, note: note.trim() === '' ? null : note } },
        key,
      })
      await queries.invalidateQueries({ queryKey: ['people'] })
      onClose()
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <SideDrawer open width={480} title={`${words.check} · ${words.categoryName(category)}`} onClose={onClose}>
      <div className={css.form}>
        <p>{words.checkHow}</p>
        <fieldset className={css.answers}>
          <legend>{words.checkResult}</legend>
          <Radio.Group
            vertical
            value={result}
            onChange={({ target }) => setResult(target.value as Result)}
            options={results.map((value) => ({ value, label: words.official[value] }))}
          />
        </fieldset>
        <label>
          {words.method}
          <Select<Method>
            value={method}
            onChange={setMethod}
            options={(Object.keys(words.methods) as Method[]).map((value) => ({ value, label: words.methods[value] }))}
          />
        </label>
        <label>
          {words.checkedOn}
          <Input type="date" value={checkedOn} onChange={({ target }) => setCheckedOn(target.value)} />
        </label>
        <label>
          {words.note}
          <Input.TextArea rows={2} value={note} onChange={({ target }) => setNote(target.value)} />
        </label>
        {hasFailed && <Alert type="warning" showIcon title={words.notSaved} />}
        <Button type="primary" disabled={result === undefined} onClick={() => void record()}>
          {words.record}
        </Button>
      </div>
    </SideDrawer>
  )
}
