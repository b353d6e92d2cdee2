import { useSyncExternalStore } from 'react'
import { useServices } from '../services.tsx'
import { isWaiting, type OutboxEntry, type Submission } from './entry.ts'
import type { Outcome, SecretHeaders } from './outbox.ts'

/** Everything handed in from this phone, oldest first: what waits, and the last receipts. */
export const useOutboxEntries = (): readonly OutboxEntry[] => {
  const { outbox } = useServices()
  return useSyncExternalStore(outbox.subscribe, outbox.entries)
}

export const useWaitingCount = (): number => useOutboxEntries().filter(isWaiting).length

/**
 * The one way to hand something in: `const submit = useSubmit()` and `await submit<Answer>({kind, method, path, body, label})`. It answers
 * `done` with the server's answer, `refused` with the problem (show RefusalCards), or `waiting` with the reason: kept on this phone.
 */
export const useSubmit = (): (<T>(submission: Submission, secrets?: SecretHeaders) => Promise<Outcome<T>>) =>
  useServices().outbox.submit
