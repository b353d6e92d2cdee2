import { useEffect, useState } from 'react'

const pauseMs = 350

/** The value once it has stayed the same for a moment, so that not every letter asks the server. */
export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
