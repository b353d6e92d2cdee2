import { useEffect, useState } from 'react'
import { useUi } from '../ui-context.tsx'

/** The agreed time, drawn anew every second, or as seldom as `everyMs` says. */
export const useNow = (everyMs = 1000): number => {
  const { now } = useUi()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(timer)
  }, [now, everyMs])
  return at
}
