import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import css from './big-button.module.css'

/** A button for a gloved thumb, at least 56 px. One `primary` on a page, in its lower half. */
export const BigButton = ({
  children,
  onClick,
  kind = 'secondary',
  type = 'button',
  disabled = false,
  wide = true,
}: {
  children: ReactNode
  onClick?: () => void
  kind?: 'primary' | 'secondary' | 'quiet'
  type?: 'button' | 'submit'
  disabled?: boolean
  wide?: boolean
}) => (
  <button
    type={type}
    className={classNames(css.button, wide && css.wide)}
    data-kind={kind}
    disabled={disabled}
    onClick={onClick}
  >
    {children}
  </button>
)
