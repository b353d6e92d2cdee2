import { useEffect, useState } from 'react'
import type { ClockState } from '#contract/clock.ts'
import { clockDriftSecondsMax } from '#core/time/clock-drift.ts'
import { SafetyLabel } from '../ui/safety/safety-shape.tsx'
import css from './clock-notice.module.css'
import { useWords } from './language.tsx'
import { useServices } from './services.tsx'
import { useRead } from './use-read.ts'

const driftShownMs = clockDriftSecondsMax * 1000
const lookEveryMs = 30_000

/** Says that a clock is wrong, the server's own or this device's, and by how much; silent while they are right. */
export const ClockNotice = () => {
  const { clock } = useServices()
  const words = useWords()
  const [offsetMs, setOffsetMs] = useState(clock.offsetMs)
  useEffect(() => {
    const timer = setInterval(() => setOffsetMs(clock.offsetMs()), lookEveryMs)
    return () => clearInterval(timer)
  }, [clock])

  const { data: server } = useRead<ClockState>(['clock'], '/api/clock')
  if (server && server.behindSeconds !== null)
    return (
      <p className={css.notice} role="alert">
        <SafetyLabel state="stopped">{words.session.serverClock(Math.ceil(server.behindSeconds / 60))}</SafetyLabel>
      </p>
    )
  if (offsetMs === 'unknown' || Math.abs(offsetMs) < driftShownMs) return null
  return (
    <p className={css.notice} role="status">
      <SafetyLabel state="due">{words.session.clockDrift(Math.ceil(Math.abs(offsetMs) / 60_000))}</SafetyLabel>
    </p>
  )
}
