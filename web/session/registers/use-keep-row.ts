import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language.tsx'
import { RequestFailed } from '../problem.ts'
import { useServices } from '../services.tsx'

type Faults = { readonly [path: string]: string }

/** Sends a row of a register, and says at each field what the server found wrong there; `failed` is what belongs to no field. */
export const useKeepRow = (queryKey: readonly string[], onKept: () => void) => {
  const { api } = useServices()
  const { registers } = useWords()
  const queries = useQueryClient()
  const [faults, setFaults] = useState<Faults>({})
  const [hasFailed, setFailed] = useState(false)
  const [isSending, setSending] = useState(false)
  const words: Faults = registers.faults
  const keep = async (path: string, value: object): Promise<void> => {
    setSending(true)
    setFaults({})
    setFailed(false)
    try {
      await api.send({ method: 'POST', path, body: { kind: 'json', value }, key: crypto.randomUUID() })
      await queries.invalidateQueries({ queryKey })
      onKept()
    } catch (error) {
      const fields =
        error instanceof RequestFailed && error.failure.kind === 'problem' ? error.failure.problem.fields : []
      setFaults(Object.fromEntries(fields.map(({ path: at, code }) => [at, words[code] ?? registers.unfit])))
      setFailed(fields.length === 0)
    } finally {
      setSending(false)
    }
  }
  return { keep, faults, failed: hasFailed ? registers.failed : undefined, isSending }
}
