import { useState } from 'react'
import { useUi } from '../ui-context.tsx'
import { Icon } from '../icons/icon.tsx'
import css from './pin-pad.module.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * A number that nobody looking on can read back, on keys that a glove hits. The last digit hands it in: one tap less, and the caller
 * mounts it anew (`key`) for another try. A keyboard works as well.
 */
export const PinPad = ({
  label,
  length,
  fault,
  disabled = false,
  onComplete,
}: {
  label: string
  length: number
  fault?: string | undefined
  disabled?: boolean
  onComplete: (pin: string) => void
}) => {
  const { words } = useUi()
  const [typed, setTyped] = useState('')
  const isClosed = disabled || typed.length === length
  const add = (digit: string) => {
    if (isClosed) return
    setTyped(typed + digit)
    if (typed.length + 1 === length) onComplete(typed + digit)
  }
  const erase = () => !isClosed && setTyped(typed.slice(0, -1))
  const key = (digit: string) => (
    <button key={digit} type="button" className={css.key} disabled={isClosed} onClick={() => add(digit)}>
      {digit}
    </button>
  )
  return (
    <div
      role="group"
      aria-label={label}
      className={css.pad}
      data-fault={fault !== undefined}
      onKeyDown={({ key: pressed }) => {
        if (/^\d$/.test(pressed)) add(pressed)
        if (pressed === 'Backspace') erase()
      }}
    >
      <p className={css.dots} role="img" aria-label={words.pin.entered(typed.length, length)}>
        {Array.from({ length }, (_, at) => (
          <span key={at} className={css.dot} data-filled={at < typed.length} />
        ))}
      </p>
      <p className={css.fault} role={fault === undefined ? undefined : 'alert'}>
        {fault}
      </p>
      <div className={css.keys}>
        {digits.map(key)}
        <span />
        {key('0')}
        <button
          type="button"
          className={css.key}
          aria-label={words.pin.erase}
          disabled={isClosed || typed === ''}
          onClick={erase}
        >
          <Icon name="erase" size={30} />
        </button>
      </div>
    </div>
  )
}
