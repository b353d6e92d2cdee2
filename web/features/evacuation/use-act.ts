import { useState } from 'react'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { useWords } from '../../session/language.tsx'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'

/** Sends one step of an evacuation and reads anew what stands. */
export const useAct = () => {
  const { evacuation: words } = useWords()
  const { queries } = useServices()
  const submit = useSubmit()
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })
  const act = async (path: string, value: object): Promise<void> => {
    setOutcome(
      await submit({ kind: 'command', method: 'POST', path, body: { kind: 'json', value }, label: words.title }),
    )
    await queries.invalidateQueries({ queryKey: ['jobs'] })
  }
  return { act, outcome }
}
