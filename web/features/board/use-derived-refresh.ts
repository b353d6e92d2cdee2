import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useUi } from '../../ui/ui-context.tsx'

/** Timers wrap beyond 2^31 ms; a screen that hangs for weeks asks again once a day. */
const waitMsMax = 86_400_000

/** Reads the board anew when time alone changes it: a duty becomes late although nobody did anything. */
export const useDerivedRefresh = (nextChangeAt: number | null | undefined): void => {
  const { now } = useUi()
  const queries = useQueryClient()
  useEffect(() => {
    if (nextChangeAt === null || nextChangeAt === undefined) return
    // A second more, because the server's clock has its own opinion of the instant.
    const waitMs = Math.min(waitMsMax, Math.max(0, nextChangeAt - now()) + 1000)
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['jobs'] }), waitMs)
    return () => clearTimeout(timer)
  }, [nextChangeAt, now, queries])
}
