import type { ReactNode } from 'react'
import css from './register-field.module.css'

/** One field of a register's row, with what is wrong with it beneath: outside the label, so that the field keeps its name. */
export const RegisterField = ({
  label,
  fault,
  children,
}: {
  label: string
  fault?: string | undefined
  children: ReactNode
}) => (
  <div>
    <label className={css.field}>
      {label}
      {children}
    </label>
    {fault !== undefined && (
      <p className={css.fault} role="alert">
        {fault}
      </p>
    )}
  </div>
)

export const RegisterForm = ({ children }: { children: ReactNode }) => <div className={css.form}>{children}</div>
