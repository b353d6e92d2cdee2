import { useState } from 'react'
import { useServices } from '../services.tsx'
import { useSession } from '../session.tsx'

export type StopOutcome = 'none' | 'sent' | 'failed'

/** Stops a job at once, or for a break. It goes straight to the server: what could not be sent must be said, because then only a voice stops the work. */
export const useStopWork = (
  job: string,
): { readonly stop: (reason?: 'stop-work' | 'break') => Promise<void>; readonly outcome: StopOutcome } => {
  const { api, queries } = useServices()
  const { plantId } = useSession()
  const [outcome, setOutcome] = useState<StopOutcome>('none')
  const stop = async (reason: 'stop-work' | 'break' = 'stop-work'): Promise<void> => {
    try {
      await api.send({
        method: 'POST',
        path: `/api/plants/${plantId}/jobs/${job}/stop`,
        body: { kind: 'json', value: { reason } },
        key: crypto.randomUUID(),
      })
      setOutcome('sent')
      await queries.invalidateQueries({ queryKey: ['jobs'] })
    } catch {
      setOutcome('failed')
    }
  }
  return { stop, outcome }
}
