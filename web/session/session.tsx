import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, Fragment, use, useEffect, useState, type ReactNode } from 'react'
import { UiProvider } from '../ui/ui-context.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useSpeech } from './language.tsx'
import { LiveProvider } from './live-updates.tsx'
import { sessionKey, useServices } from './services.tsx'
import { readSession, signOut, type SignedIn } from './session-api.ts'
import { Entrance } from './entrance.tsx'

const SessionContext = createContext<SignedIn | undefined>(undefined)

/** Whoever is signed in. Only inside the gate. */
export const useSession = (): SignedIn => {
  const session = use(SessionContext)
  if (!session) throw new Error('a screen that needs a session stands outside <SessionGate>')
  return session
}

/**
 * Shows its children to somebody who is signed in, and the sign-in page to everybody else. When a session expires under way the page
 * stays behind the sign-in, so that nothing half-written is lost.
 */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { api, outbox } = useServices()
  const {
    data: present,
    error,
    refetch,
  } = useQuery({ queryKey: sessionKey, queryFn: () => readSession(api), staleTime: Infinity })
  const [last, setLast] = useState<SignedIn>()
  if (present && present !== last) setLast(present)

  useEffect(() => void outbox.restore(), [outbox])
  useEffect(() => outbox.signedInAs(present?.accountId), [outbox, present?.accountId])

  const shown = present ?? (present === null ? last : undefined)
  if (error && !shown)
    return (
      <Surroundings timeZone={undefined}>
        <FailureNotice error={error} onRetry={() => void refetch()} fullPage />
      </Surroundings>
    )
  if (present === undefined && !shown) return null

  return (
    <Surroundings timeZone={shown?.plant.timeZone}>
      {shown && (
        <SessionContext value={shown}>
          <LiveProvider>
            <Fragment key={shown.accountId}>{children}</Fragment>
          </LiveProvider>
        </SessionContext>
      )}
      {present === null && <Entrance />}
    </Surroundings>
  )
}

/** Leaves for good: the page is loaded anew, so that nothing of one person is seen by the next. */
export const useSignOut = (): (() => Promise<void>) => {
  const { api } = useServices()
  const queries = useQueryClient()
  return async () => {
    await signOut(api, crypto.randomUUID())
    queries.clear()
    location.reload()
  }
}

const Surroundings = ({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) => {
  const { language, words } = useSpeech()
  const { clock } = useServices()
  const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <UiProvider value={{ words: words.ui, locale: language, timeZone: timeZone ?? deviceZone, now: clock.now }}>
      {children}
    </UiProvider>
  )
}
