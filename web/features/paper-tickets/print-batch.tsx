import { Alert, Button, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import css from './paper-tickets.module.css'

/** As many as the server prints at once. */
const countMax = 50
const usualCount = 10

/** Prints numbered tickets. The file is held by this page alone: the codes in it are kept nowhere else. */
export const PrintBatch = ({
  operations,
  nameOf,
  onPrinted,
}: {
  operations: readonly string[]
  nameOf: (operation: string) => string
  onPrinted: () => void
}) => {
  const { paperTickets: words } = useWords()
  const { api } = useServices()
  const [operation, setOperation] = useState(operations[0] ?? '')
  const [count, setCount] = useState(usualCount)
  const [state, setState] = useState<'none' | 'printing' | 'failed'>('none')
  const [pdf, setPdf] = useState<string>()
  useEffect(() => () => (pdf === undefined ? undefined : URL.revokeObjectURL(pdf)), [pdf])

  const print = async (): Promise<void> => {
    setState('printing')
    setPdf(undefined)
    try {
      setPdf(URL.createObjectURL(await api.print('/api/emergency-tickets', { operation, count })))
      setState('none')
      onPrinted()
    } catch {
      setState('failed')
    }
  }
  return (
    <section className={css.print}>
      <label>
        {words.operation}
        <Select
          aria-label={words.operation}
          value={operation}
          style={{ width: 200 }}
          options={operations.map((value) => ({ value, label: nameOf(value) }))}
          onChange={setOperation}
        />
      </label>
      <label>
        {words.count}
        <InputNumber min={1} max={countMax} precision={0} value={count} onChange={(value) => setCount(value ?? 1)} />
      </label>
      <Button type="primary" loading={state === 'printing'} onClick={() => void print()}>
        {state === 'printing' ? words.printing : words.print(count)}
      </Button>
      {state === 'failed' && <Alert type="error" showIcon title={words.failed} />}
      {pdf !== undefined && (
        <Alert
          type="warning"
          showIcon
          title={words.printed}
          action={
            <Button type="primary" href={pdf} download="emergency-tickets.pdf">
              {words.openPdf}
            </Button>
          }
        />
      )}
    </section>
  )
}
