import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useServices } from '../../session/services.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

export type Cell = { readonly position: string; readonly operation: string; readonly level: string | null }

const forbidden = ''

/** Changes one cell, with a reason that stays beside it. */
export const MatrixCellDrawer = ({
  cell: { position, operation, level: before },
  title,
  levels,
  onClose,
}: {
  cell: Cell
  title: string
  levels: readonly { readonly value: string; readonly label: string }[]
  onClose: () => void
}) => {
  const words = usePeopleWords()
  const { api } = useServices()
  const queries = useQueryClient()
  const [level, setLevel] = useState(before ?? forbidden)
  const [reason, setReason] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  const save = async () => {
    try {
      await api.send({
        method: 'POST',
        path: '/api/matrix/cells',
        body: { kind: 'json', value: { position, operation, level: level === forbidden ? null : level, reason } },
        key: crypto.randomUUID(),
      })
      await queries.invalidateQueries({ queryKey: ['people', 'matrix'] })
      onClose()
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <SideDrawer open width={420} title={title} onClose={onClose}>
      <div className={css.form}>
        <label>
          {words.highest}
          <Select
            aria-label={words.highest}
            value={level}
            onChange={setLevel}
            options={[{ value: forbidden, label: words.notAllowed }, ...levels]}
          />
        </label>
        <label>
          {words.reason}
          <Input aria-label={words.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        {hasFailed && <Alert type="warning" showIcon title={words.notSaved} />}
        <Button
          type="primary"
          disabled={reason.trim() === '' || level === (before ?? forbidden)}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </SideDrawer>
  )
}
