import { useState } from 'react'
import type { CalendarReading } from '#contract/calendar.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'

/** Has the server read a list without keeping it. A file that is none is told with the server's own reason. */
export const useListReading = () => {
  const { api } = useServices()
  const { list } = useWords().calendar
  const [reading, setReading] = useState<CalendarReading>()
  const [fault, setFault] = useState<string>()
  const [isReading, setIsReading] = useState(false)
  const read = async (content: Blob, name: string): Promise<void> => {
    setIsReading(true)
    setFault(undefined)
    setReading(undefined)
    try {
      const { answer } = await api.send<CalendarReading>({
        method: 'POST',
        path: `/api/calendar/readings?name=${encodeURIComponent(name)}`,
        body: { kind: 'picture', blob: new Blob([content], { type: 'application/octet-stream' }) },
        key: crypto.randomUUID(),
      })
      setReading(answer)
    } catch (error) {
      const detail =
        error instanceof RequestFailed && error.failure.kind === 'problem' ? error.failure.problem.detail : undefined
      setFault(detail ?? list.readFailed)
    } finally {
      setIsReading(false)
    }
  }
  const forget = (): void => {
    setReading(undefined)
    setFault(undefined)
  }
  return { reading, fault, isReading, read, forget }
}
