import type { ReactNode } from 'react'
import css from './choice-tiles.module.css'

export type Choice = { readonly id: string; readonly label: string; readonly icon?: ReactNode; readonly note?: string }

/** Big tiles, two in a row: the kinds of work, the reasons for a stop. Several may be chosen when `chosen` holds several. */
export const ChoiceTiles = ({
  choices,
  chosen,
  onToggle,
  label,
}: {
  choices: readonly Choice[]
  chosen: readonly string[]
  onToggle: (id: string) => void
  label: string
}) => (
  <div className={css.tiles} role="group" aria-label={label}>
    {choices.map((choice) => (
      <button
        key={choice.id}
        type="button"
        className={css.tile}
        aria-pressed={chosen.includes(choice.id)}
        onClick={() => onToggle(choice.id)}
      >
        {choice.icon}
        <span className={css.label}>{choice.label}</span>
        {choice.note !== undefined && <span className={css.note}>{choice.note}</span>}
      </button>
    ))}
  </div>
)
