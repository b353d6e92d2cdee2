import { useEffect, useEffectEvent, useId, useReducer, type ReactNode } from 'react'
import { useUi } from '../ui-context.tsx'
import { atRest, holdMs, nextHold } from './hold.ts'
import css from './hold-to-confirm.module.css'

type Tone = 'accent' | 'stop' | 'met'

/**
 * For what cannot be taken back: hold for a second and the button fills. Space or Enter held does the same; letting go, sliding off or
 * losing the window before the end does nothing. Never for stopping work, which is one tap.
 */
export const HoldToConfirm = ({
  children,
  onConfirm,
  disabled = false,
  tone = 'accent',
}: {
  children: ReactNode
  onConfirm: () => void
  disabled?: boolean
  tone?: Tone
}) => {
  const { words } = useUi()
  const hintId = useId()
  const [hold, dispatch] = useReducer(nextHold, atRest)
  const confirm = useEffectEvent(onConfirm)

  useEffect(() => {
    if (hold.at === 'done') confirm()
    if (hold.at !== 'holding') return
    const timer = setTimeout(
      () => dispatch({ type: 'elapse', at: performance.now() }),
      holdMs - (performance.now() - hold.since) + 1,
    )
    return () => clearTimeout(timer)
  }, [hold])

  const press = () => dispatch({ type: 'press', at: performance.now() })
  const release = () => dispatch({ type: 'release' })

  return (
    <div className={css.frame}>
      <button
        type="button"
        className={css.button}
        data-tone={tone}
        data-hold={hold.at}
        style={{ '--hold-ms': `${holdMs}ms` }}
        disabled={disabled}
        aria-describedby={hintId}
        onPointerDown={(event) => event.isPrimary && event.button === 0 && press()}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onBlur={release}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => isPressKey(event.key) && press()}
        onKeyUp={(event) => isPressKey(event.key) && release()}
      >
        <span className={css.fill} aria-hidden />
        <span className={css.text}>{children}</span>
      </button>
      <span id={hintId} className={css.hint}>
        {hold.at === 'holding' ? words.hold.keepHolding : words.hold.hint}
      </span>
    </div>
  )
}

const isPressKey = (key: string): boolean => key === ' ' || key === 'Enter'
