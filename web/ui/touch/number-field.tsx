import { useId } from 'react'
import { SafetyShape } from '../safety/safety-shape.tsx'
import css from './number-field.module.css'

/** What the rules say of the value so far. The words are the caller's; the sign and colour follow. */
export type Verdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'met'; readonly words: string }
  | { readonly kind: 'careful'; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string }

const signOf = { met: 'met', careful: 'due', refused: 'stopped' } as const

/**
 * A measured value, big enough to be read back over a gloved thumb. Holds the text as typed ("19." is on its way to 19.2); the caller
 * parses and judges it, and the verdict is shown and spoken politely while typing. `limit` stands beside the field, always.
 */
export const NumberField = ({
  label,
  unit,
  limit,
  value,
  onChange,
  verdict,
}: {
  label: string
  unit: string
  limit?: string
  value: string
  onChange: (text: string) => void
  verdict: Verdict
}) => {
  const id = useId()
  return (
    <div className={css.field} data-verdict={verdict.kind}>
      <label htmlFor={id} className={css.label}>
        <span>{label}</span>
        {limit !== undefined && <span className={css.limit}>{limit}</span>}
      </label>
      <span className={css.box}>
        <input
          id={id}
          className={css.input}
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          value={value}
          aria-invalid={verdict.kind === 'refused'}
          aria-describedby={`${id}-verdict`}
          onChange={(event) => onChange(toPlainNumberText(event.target.value))}
        />
        <span className={css.unit}>{unit}</span>
      </span>
      <output id={`${id}-verdict`} className={css.verdict} aria-live="polite">
        {verdict.kind !== 'none' && (
          <>
            <SafetyShape state={signOf[verdict.kind]} size={22} titled />
            {verdict.words}
          </>
        )}
      </output>
    </div>
  )
}

/** Chinese keyboards give full-width digits and "。" for the point; both are meant as numbers. */
const toPlainNumberText = (text: string): string => text.normalize('NFKC').replaceAll('。', '.').replaceAll(',', '.')
