import { useEffect, useState } from 'react'
import { SafetyLabel } from '../ui/safety/safety-shape.tsx'
import css from './clock-notice.module.css'
import { useWords } from './language.tsx'
import { useServices } from './services.tsx'

/** From here on a person would be misled by the phone's own clock. */
const driftShownMs = 120_000
const lookEveryMs = 30_000

/** Says that this device's clock is wrong, and by how much; silent while it is right. */
export const ClockNotice = () => {
  const { clock } = useServices()
  const words = useWords()
  const [offsetMs, setOffsetMs] = useState(clock.offsetMs)
  useEffect(() => {
    const timer = setInterval(() => setOffsetMs(clock.offsetMs()), lookEveryMs)
    return () => clearInterval(timer)
  }, [clock])

  if (offsetMs === 'unknown' || Math.abs(offsetMs) < driftShownMs) return null
  return (
    <p className={css.notice} role="status">
      <SafetyLabel state="due">{words.session.clockDrift(Math.round(Math.abs(offsetMs) / 60_000))}</SafetyLabel>
    </p>
  )
}
