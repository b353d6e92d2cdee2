import { SafetyShape, type SafetyState } from '../safety/safety-shape.tsx'
import { useUi } from '../ui-context.tsx'
import { useClockText } from './clock-text.ts'
import { countdownAt, type CountdownPhase } from './countdown.ts'
import { useNow } from './use-now.ts'
import css from './countdown.module.css'

const shapeOf = { ahead: 'must', soon: 'due', over: 'stopped' } as const satisfies Record<CountdownPhase, SafetyState>

/** Relative and absolute at once, "还剩 12 分钟(14:30 前)", with a sign that changes shape when it turns. `large` is for the one card of the home page. */
export const Countdown = ({
  dueAt,
  soonMs,
  size = 'normal',
}: {
  dueAt: number
  soonMs: number
  size?: 'normal' | 'large'
}) => {
  const { words } = useUi()
  const clock = useClockText()
  const { phase, span } = countdownAt(dueAt, useNow(), soonMs)
  const phrase = phase === 'over' ? words.time.over : words.time.left

  return (
    <span className={css.countdown} data-phase={phase} data-size={size} role="timer">
      <SafetyShape state={shapeOf[phase]} size={size === 'large' ? 28 : 20} />
      <span>{phrase({ span: words.time.span(span), at: clock.short(dueAt) })}</span>
    </span>
  )
}
