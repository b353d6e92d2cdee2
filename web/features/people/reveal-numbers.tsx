import { Alert, Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { PersonFile } from '#contract/people.ts'
import { useServices } from '../../session/services.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

type Numbers = PersonFile['person']['numbers']

/** Numbers in full, once, for a reason that is kept. They vanish when the small window is closed. */
export const RevealNumbers = ({ path }: { path: string }) => {
  const words = usePeopleWords()
  const { api } = useServices()
  const [reason, setReason] = useState('')
  const [numbers, setNumbers] = useState<Numbers>()
  const [hasFailed, setHasFailed] = useState(false)

  const show = async () => {
    try {
      const { answer } = await api.send<{ numbers: Numbers }>({
        method: 'POST',
        path,
        body: { kind: 'json', value: { fields: ['id-number', 'phone'], reason } },
        key: crypto.randomUUID(),
      })
      setNumbers(answer.numbers)
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      onOpenChange={() => {
        setNumbers(undefined)
        setReason('')
        setHasFailed(false)
      }}
      content={
        numbers ? (
          <div className={css.form}>
            <span>
              {words.idNumber} <strong>{numbers['id-number'] ?? '–'}</strong>
            </span>
            <span>
              {words.phone} <strong>{numbers.phone ?? '–'}</strong>
            </span>
          </div>
        ) : (
          <div className={css.form} style={{ width: 280 }}>
            <span>{words.revealHow}</span>
            <Input
              aria-label={words.reason}
              placeholder={words.reasonExample}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            {hasFailed && <Alert type="warning" showIcon title={words.notSaved} />}
            <Button type="primary" disabled={reason.trim().length < 2} onClick={() => void show()}>
              {words.show}
            </Button>
          </div>
        )
      }
    >
      <Button>{words.reveal}</Button>
    </Popover>
  )
}
