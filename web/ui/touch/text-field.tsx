import { useId } from 'react'
import css from './text-field.module.css'

/** Label on top, help or fault under the field. `lines` above one makes it a text area. */
export const TextField = ({
  label,
  value,
  onChange,
  kind = 'text',
  autoComplete = 'off',
  help,
  fault,
  lines = 1,
}: {
  label: string
  value: string
  onChange: (text: string) => void
  kind?: 'text' | 'password' | 'tel'
  autoComplete?: string
  help?: string
  fault?: string
  lines?: number
}) => {
  const id = useId()
  const shared = {
    id,
    className: css.input,
    value,
    autoComplete,
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-note`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {lines > 1 ? <textarea {...shared} rows={lines} /> : <input {...shared} type={kind} autoCapitalize="none" />}
      <span id={`${id}-note`} className={css.note} data-fault={fault !== undefined}>
        {fault ?? help}
      </span>
    </div>
  )
}
