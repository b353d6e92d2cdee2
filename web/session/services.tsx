import { QueryCache, QueryClient } from '@tanstack/react-query'
import { createContext, use, type ReactNode } from 'react'
import { createApi, type Api } from './api.ts'
import { chosenLanguage } from './language.tsx'
import { createIndexedDbStore } from './outbox/indexed-db-store.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import { RequestFailed } from './problem.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'

/** What lives as long as the page does. */
export type Services = {
  readonly clock: ServerClock
  readonly api: Api
  readonly outbox: Outbox
  readonly queries: QueryClient
}

export const sessionKey = ['session'] as const

export const createServices = (): Services => {
  const clock = createServerClock(Date.now)
  const api = createApi({
    fetch: (path, init) => fetch(path, init),
    clock,
    deviceNow: Date.now,
    language: chosenLanguage,
  })
  const outbox = createOutbox({
    store: createIndexedDbStore(),
    send: api.send,
    now: clock.now,
    newKey: () => crypto.randomUUID(),
  })
  return { clock, api, outbox, queries: createQueries() }
}

const createQueries = (): QueryClient => {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (statusOf(error) === 401 && query.queryKey[0] !== sessionKey[0]) queries.setQueryData(sessionKey, null)
      },
    }),
    defaultOptions: {
      queries: {
        // A plant's network often has no internet behind it, and browsers then call it offline.
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && error instanceof RequestFailed && error.failure.kind !== 'problem',
      },
    },
  })
  return queries
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof RequestFailed && error.failure.kind === 'problem' ? error.failure.problem.status : undefined

const ServicesContext = createContext<Services | undefined>(undefined)

export const ServicesProvider = ({ services, children }: { services: Services; children: ReactNode }) => (
  <ServicesContext value={services}>{children}</ServicesContext>
)

export const useServices = (): Services => {
  const services = use(ServicesContext)
  if (!services) throw new Error('a screen stands outside <ServicesProvider>')
  return services
}
