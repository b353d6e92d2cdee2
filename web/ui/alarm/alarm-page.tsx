import { useEffect, type ReactNode } from 'react'
import { SafetyShape, type SafetyState } from '../safety/safety-shape.tsx'
import { useWakeLock } from '../wake/use-wake-lock.ts'
import { alarmSounds, type AlarmKind } from './alarm-kinds.ts'
import { playAlarm } from './play-alarm.ts'
import css from './alarm-page.module.css'

/** Takes the whole screen, sounds, vibrates, and has one button, which is the thing to do now. */
export const AlarmPage = ({
  kind,
  title,
  detail,
  action,
  onAct,
}: {
  kind: AlarmKind
  title: string
  detail: ReactNode
  action: string
  onAct: () => void
}) => {
  useEffect(() => playAlarm(kind), [kind])
  useWakeLock(true)
  return (
    <div
      className={css.page}
      role="alertdialog"
      aria-label={title}
      data-state={stateOf[kind]}
      data-lasting={alarmSounds[kind].repeats === 'until-answered'}
    >
      <span className={css.sign}>
        <SafetyShape state={stateOf[kind]} size={132} />
      </span>
      <h1 className={css.title}>{title}</h1>
      <div className={css.detail}>{detail}</div>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has one button, and an alarm must be answerable without looking for it */}
      <button type="button" className={css.action} onClick={onAct} autoFocus>
        {action}
      </button>
    </div>
  )
}

const stateOf = {
  'due-soon': 'due',
  'due-now': 'must',
  overdue: 'stopped',
  'guardian-left': 'stopped',
  'work-stopped': 'stopped',
  evacuate: 'stopped',
} as const satisfies Record<AlarmKind, SafetyState>
