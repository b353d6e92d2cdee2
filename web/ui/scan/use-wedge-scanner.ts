import { useEffect, useEffectEvent } from 'react'
import { createWedgeReader } from './wedge-reader.ts'

/** Listens for a scanner that pretends to be a keyboard, wherever the focus is. */
export const useWedgeScanner = (onScan: (text: string) => void): void => {
  const heard = useEffectEvent(onScan)
  useEffect(() => {
    const read = createWedgeReader()
    const listen = (event: KeyboardEvent) => {
      const text = read(event.key, event.timeStamp)
      if (text === undefined) return
      // The closing Enter must not press whatever button has the focus.
      event.preventDefault()
      heard(text)
    }
    addEventListener('keydown', listen, { capture: true })
    return () => removeEventListener('keydown', listen, { capture: true })
  }, [])
}
