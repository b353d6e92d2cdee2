import css from './segments.module.css'

/** A few choices of which one holds, side by side. */
export const Segments = <Id extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string
  options: readonly { readonly id: Id; readonly label: string }[]
  chosen: Id
  onChoose: (id: Id) => void
}) => (
  <div className={css.segments} role="radiogroup" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.id}
        type="button"
        role="radio"
        className={css.segment}
        aria-checked={option.id === chosen}
        onClick={() => onChoose(option.id)}
      >
        {option.label}
      </button>
    ))}
  </div>
)
