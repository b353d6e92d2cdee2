import { useState } from 'react'
import type { PointCommandRequest } from '#contract/isolation.ts'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'
import { useUi } from '../../ui/ui-context.tsx'

type Given<R> = R extends unknown ? Omit<R, 'occurredAt' | 'job'> : never
export type GivenToPoint = Given<PointCommandRequest>

/** The one way in which the page asks something of a point, always for its job. */
export const usePointCommand = (job: string) => {
  const submit = useSubmit()
  const { queries } = useServices()
  const { now } = useUi()
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })

  const give = async (point: string, command: GivenToPoint, label: string): Promise<boolean> => {
    setBusy(true)
    try {
      const answered = await submit({
        kind: 'command',
        method: 'POST',
        path: `/api/isolation-points/${point}/commands`,
        body: { kind: 'json', value: { ...command, job, occurredAt: Math.round(now()) } },
        label,
      })
      setOutcome(answered)
      await queries.invalidateQueries({ queryKey: ['jobs'] })
      return answered.kind === 'done'
    } finally {
      setBusy(false)
    }
  }
  return { give, isBusy, outcome, clear: () => setOutcome({ kind: 'none' }) }
}
