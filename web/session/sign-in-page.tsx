import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
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

type Fault = 'wrong' | 'locked' | 'unreachable' | 'unreadable'

/** Account and password. `?plant=` in the address chooses another plant than the server's first. */
export const SignInPage = () => {
  const words = useWords()
  const { api } = useServices()
  const queries = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ at: 'asking'; fault?: Fault; missing?: boolean } | { at: 'sending' }>({
    at: 'asking',
  })
  const missing = state.at === 'asking' && state.missing === true

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (login.trim() === '' || password === '') return setState({ at: 'asking', missing: true })
    setState({ at: 'sending' })
    const plant = new URLSearchParams(location.search).get('plant')
    try {
      const session = await signIn(
        api,
        { login: login.trim(), password, ...(plant !== null && { plant }) },
        crypto.randomUUID(),
      )
      queries.setQueryData(sessionKey, session)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    } catch (error) {
      setState({ at: 'asking', fault: faultOf(error) })
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
            <h1 className={css.title}>{words.shell.brand}</h1>
            <p className={css.lead}>{words.session.signIn.lead}</p>
          </div>
        </header>
        {state.at === 'asking' && state.fault && <FaultLine fault={state.fault} />}
        <TextField
          label={words.session.signIn.account}
          help={words.session.signIn.accountHelp}
          autoComplete="username"
          value={login}
          onChange={setLogin}
          {...(missing && login.trim() === '' && { fault: words.session.signIn.accountMissing })}
        />
        <TextField
          label={words.session.signIn.password}
          kind="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          {...(missing && password === '' && { fault: words.session.signIn.passwordMissing })}
        />
        <BigButton kind="primary" type="submit" disabled={state.at === 'sending'}>
          {state.at === 'sending' ? words.session.signIn.submitting : words.session.signIn.submit}
        </BigButton>
        <p className={css.stop}>
          <SafetyShape state="stopped" size={22} />
          {words.session.signIn.stopHint}
        </p>
        <LanguageSwitch />
      </form>
    </div>
  )
}

const FaultLine = ({ fault }: { fault: Fault }) => {
  const { signIn: words, failure } = useWords().session
  const text = fault === 'wrong' || fault === 'locked' ? words[fault] : failure[fault]
  return (
    <p className={css.fault} role="alert">
      <SafetyShape state="due" size={24} />
      {text}
    </p>
  )
}

const faultOf = (error: unknown): Fault => {
  if (!(error instanceof RequestFailed)) throw error
  const { failure } = error
  if (failure.kind !== 'problem') return failure.kind
  if (failure.problem.status === 429) return 'locked'
  return failure.problem.status >= 500 ? 'unreadable' : 'wrong'
}
