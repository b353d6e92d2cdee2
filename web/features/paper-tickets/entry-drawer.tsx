import { Alert, Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { EmergencyTicketView } from '#contract/contingencies.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useWords } from '../../session/language.tsx'
import { RequestFailed, type Problem } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { fromFieldText } from '../../session/time/plant-time.ts'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { PersonSelect } from './person-select.tsx'
import css from './paper-tickets.module.css'

export type Ticket = EmergencyTicketView['tickets'][number]
type Option = { readonly value: string; readonly label: string }

const blank = {
  code: '',
  level: '',
  place: '',
  leader: '',
  guardian: '',
  content: '',
  from: '',
  to: '',
  login: '',
  pin: '',
}
const pinShape = /^\d{6}$/

/** What the paper says, and the word of a second person. Sent at once and never kept on this device: it holds a code and a PIN. */
export const EntryDrawer = ({
  ticket,
  levels,
  onClose,
  onEntered,
}: {
  ticket: Ticket
  levels: readonly Option[]
  onClose: () => void
  onEntered: () => void
}) => {
  const { paperTickets: words } = useWords()
  const { api } = useServices()
  const { timeZone, now } = useUi()
  const { data: places } = useRead<{ readonly rows: readonly { readonly id: string; readonly name: string }[] }>(
    ['places'],
    '/api/places',
  )
  const [typed, setTyped] = useState(blank)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [state, setState] = useState<'typing' | 'sending' | 'failed' | 'entered'>('typing')
  const [problem, setProblem] = useState<Problem>()
  const put = (name: keyof typeof blank) => (value: string) => {
    setTyped({ ...typed, [name]: value })
    setProblem(undefined)
  }
  const from = fromFieldText(typed.from, timeZone)
  const to = fromFieldText(typed.to, timeZone)
  const isWhole = Object.values(typed).every((value) => value.trim() !== '') && pinShape.test(typed.pin) && from && to

  const send = async (): Promise<void> => {
    const { code, level, place, leader, guardian, content, login, pin } = typed
    const written = { ticket: ticket.number, code, level, place, leader, guardian, content, window: { from, to } }
    const value = { occurredAt: now(), ...written, second: { login: login.trim(), pin } }
    setState('sending')
    try {
      await api.send({ method: 'POST', path: '/api/emergency-tickets/entries', body: { kind: 'json', value }, key })
      setState('entered')
      onEntered()
    } catch (error) {
      const failure = error instanceof RequestFailed ? error.failure : undefined
      setProblem(failure?.kind === 'problem' ? failure.problem : undefined)
      setState(failure?.kind === 'problem' ? 'typing' : 'failed')
      // What was refused is another entry once it has been mended; what never arrived is the same one.
      if (failure?.kind === 'problem') setKey(crypto.randomUUID())
    }
  }
  const text = (name: 'code' | 'login' | 'from' | 'to', type = 'text') => (
    <Field label={words[name]}>
      <Input type={type} autoComplete="off" value={typed[name]} onChange={({ target }) => put(name)(target.value)} />
    </Field>
  )
  const choice = (name: 'level' | 'place', options: readonly Option[]) => (
    <Field label={words[name]}>
      <Select
        aria-label={words[name]}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.choose}
        value={typed[name] === '' ? null : typed[name]}
        options={[...options]}
        onChange={(value: string | null) => put(name)(value ?? '')}
      />
    </Field>
  )
  return (
    <SideDrawer open width={560} title={words.entryTitle(ticket.number)} onClose={onClose}>
      {state === 'entered' ? (
        <Alert type="success" showIcon title={words.done} />
      ) : (
        <div className={css.form}>
          <h3>{words.onPaper}</h3>
          {text('code')}
          <div className={css.pair}>
            {choice('level', levels)}
            {choice(
              'place',
              (places?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
            )}
          </div>
          <div className={css.pair}>
            <PersonSelect label={words.leader} chosen={typed.leader} onChoose={put('leader')} />
            <PersonSelect label={words.guardian} chosen={typed.guardian} onChoose={put('guardian')} />
          </div>
          <Field label={words.content}>
            <Input.TextArea rows={2} value={typed.content} onChange={({ target }) => put('content')(target.value)} />
          </Field>
          <div className={css.pair}>
            {text('from', 'datetime-local')}
            {text('to', 'datetime-local')}
          </div>
          <h3>{words.second}</h3>
          <p className={css.how}>{words.secondHow}</p>
          <div className={css.pair}>
            {text('login')}
            <Field label={words.pin}>
              <Input
                type="password"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={typed.pin}
                onChange={({ target }) => put('pin')(target.value)}
              />
            </Field>
          </div>
          <CommandOutcome outcome={problem ? { kind: 'refused', problem } : { kind: 'none' }} />
          {state === 'failed' && <Alert type="error" showIcon title={words.failed} />}
          <Button type="primary" block disabled={!isWhole} loading={state === 'sending'} onClick={() => void send()}>
            {words.submit}
          </Button>
        </div>
      )}
    </SideDrawer>
  )
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className={css.field}>
    {label}
    {children}
  </label>
)
