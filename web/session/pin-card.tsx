import { useState } from 'react'
import { BigButton } from '../ui/touch/big-button.tsx'
import { Card } from '../ui/touch/card.tsx'
import { TextField } from '../ui/touch/text-field.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useWords } from './language.tsx'
import { RequestFailed } from './problem.ts'
import { useServices } from './services.tsx'

const pinPattern = /^\d{6}$/

/** Sets one's own number for signing in without a picture; the password is the way when it is forgotten or locked. */
export const PinCard = ({ isOpenAtFirst = false, onSaved }: { isOpenAtFirst?: boolean; onSaved?: () => void }) => {
  const { pin: words } = useWords().guarding
  const { api } = useServices()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const [password, setPassword] = useState('')
  const [pin, setPin] = useState('')
  const [outcome, setOutcome] = useState<'none' | 'saved' | 'password-wrong' | { readonly error: unknown }>('none')

  const save = async (): Promise<void> => {
    try {
      const body = { kind: 'json', value: { password, pin } } as const
      await api.send({ method: 'PUT', path: '/api/me/pin', body, key: crypto.randomUUID() })
      setOutcome('saved')
      setOpen(false)
      setPassword('')
      setPin('')
      onSaved?.()
    } catch (error) {
      const isWrong =
        error instanceof RequestFailed &&
        error.failure.kind === 'problem' &&
        error.failure.problem.code === 'password-wrong'
      setOutcome(isWrong ? 'password-wrong' : { error })
    }
  }
  return (
    <Card title={words.title}>
      <p role="status">{outcome === 'saved' ? words.saved : words.lead}</p>
      {isOpen ? (
        <>
          <TextField
            label={words.password}
            kind="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            {...(outcome === 'password-wrong' ? { fault: words.passwordWrong } : {})}
          />
          <TextField
            label={words.pin}
            kind="password"
            autoComplete="new-password"
            value={pin}
            onChange={setPin}
            {...(pin !== '' && !pinPattern.test(pin) ? { fault: words.pinFault } : {})}
          />
          {typeof outcome === 'object' && <FailureNotice error={outcome.error} onRetry={() => void save()} />}
          <BigButton kind="primary" disabled={password === '' || !pinPattern.test(pin)} onClick={() => void save()}>
            {words.save}
          </BigButton>
        </>
      ) : (
        <BigButton onClick={() => setOpen(true)}>{words.set}</BigButton>
      )}
    </Card>
  )
}
