import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { passwordCharactersMin } from '#core/session/password-length.ts'
import { BrandMark } from '../ui/icons/brand-mark.tsx'
import { SafetyShape } from '../ui/safety/safety-shape.tsx'
import { BigButton } from '../ui/touch/big-button.tsx'
import { TextField } from '../ui/touch/text-field.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useWords } from './language.tsx'
import { RequestFailed } from './problem.ts'
import { sessionKey, useServices } from './services.tsx'
import { signIn } from './session-api.ts'
import css from './sign-in-page.module.css'

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** An empty installation: whoever holds the console's code names the plant and becomes its administrator. */
export const FirstRunPage = ({ onDone }: { onDone: () => void }) => {
  const words = useWords()
  const { firstRun } = words.session
  const { api } = useServices()
  const queries = useQueryClient()
  const [form, setForm] = useState({ code: '', plantName: '', login: '', password: '' })
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<string>()
  const change = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value })
  const isComplete =
    form.code !== '' && form.plantName !== '' && form.login !== '' && form.password.length >= passwordCharactersMin

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setFault(undefined)
    try {
      await api.send({
        method: 'POST',
        path: '/api/setup',
        body: { kind: 'json', value: { ...form, timeZone } },
        key: crypto.randomUUID(),
      })
      const session = await signIn(api, { login: form.login.trim(), password: form.password }, crypto.randomUUID())
      onDone()
      queries.setQueryData(sessionKey, session)
    } catch (error) {
      const said = faultOf(error)
      if (said === 'set-up-already') onDone()
      setFault(
        said in firstRun.fault ? firstRun.fault[said as keyof typeof firstRun.fault] : words.session.failure.unreadable,
      )
      setSending(false)
    }
  }

  return (
    <div className={css.page}>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <header className={css.head}>
          <span className={css.brand}>
            <BrandMark size={44} />
          </span>
          <div>
            <h1 className={css.title}>{firstRun.title}</h1>
            <p className={css.lead}>{firstRun.lead}</p>
          </div>
        </header>
        {fault !== undefined && (
          <p className={css.fault} role="alert">
            <SafetyShape state="due" size={24} />
            {fault}
          </p>
        )}
        <TextField label={firstRun.code} help={firstRun.codeHelp} value={form.code} onChange={change('code')} />
        <TextField
          label={firstRun.plantName}
          help={firstRun.timeZone(timeZone)}
          value={form.plantName}
          onChange={change('plantName')}
        />
        <TextField
          label={firstRun.login}
          help={firstRun.loginHelp}
          autoComplete="username"
          value={form.login}
          onChange={change('login')}
        />
        <TextField
          label={firstRun.password}
          kind="password"
          help={firstRun.passwordHelp(passwordCharactersMin)}
          autoComplete="new-password"
          value={form.password}
          onChange={change('password')}
        />
        <BigButton kind="primary" type="submit" disabled={isSending || !isComplete}>
          {isSending ? firstRun.submitting : firstRun.submit}
        </BigButton>
        <LanguageSwitch />
      </form>
    </div>
  )
}

/** What went wrong, as the code that the words are kept under. */
const faultOf = (error: unknown): string => {
  if (!(error instanceof RequestFailed)) throw error
  return error.failure.kind === 'problem' ? error.failure.problem.code : error.failure.kind
}
