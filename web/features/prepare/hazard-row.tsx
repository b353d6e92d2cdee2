import { hazardOwners, type Hazard } from '#core/job/site-records.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { HazardLine } from './hazard-line.tsx'
import css from './prepare.module.css'

/** One row of the analysis: read at a glance, opened to be changed. */
export const HazardRow = ({
  number,
  row,
  isOwned,
  isOpen,
  onToggle,
  onChange,
  onRemove,
}: {
  number: number
  row: Hazard
  isOwned: boolean
  isOpen: boolean
  onToggle: () => void
  onChange: (row: Hazard) => void
  onRemove: () => void
}) => {
  const { risks, steps } = useWords()
  const { prepare: words } = steps
  const isOwnerMissing = isOwned && row.owner === undefined
  return (
    <fieldset className={css.hazard}>
      <legend>{words.row(number)}</legend>
      {isOpen ? (
        <>
          <TextField label={risks.step} value={row.step ?? ''} onChange={(step) => onChange({ ...row, step })} />
          <TextField label={words.hazard} value={row.hazard} onChange={(hazard) => onChange({ ...row, hazard })} />
          <TextField
            label={words.consequence}
            value={row.consequence}
            onChange={(consequence) => onChange({ ...row, consequence })}
          />
          <TextField
            label={words.measures}
            lines={3}
            value={row.measures}
            onChange={(measures) => onChange({ ...row, measures })}
          />
        </>
      ) : (
        <p className={css.rowText}>
          <HazardLine row={row} />
        </p>
      )}
      {(isOpen || isOwnerMissing) && (
        <div className={css.owners} role="radiogroup" aria-label={risks.owner}>
          <span className={css.lacking}>
            {isOwnerMissing && <SafetyShape state="due" size={20} />}
            {isOwnerMissing ? risks.nobody : risks.owner}
          </span>
          {hazardOwners.map((owner) => (
            <button
              key={owner}
              type="button"
              role="radio"
              className={css.ownerChip}
              aria-checked={row.owner === owner}
              onClick={() => onChange({ ...row, owner })}
            >
              {risks.owners[owner]}
            </button>
          ))}
        </div>
      )}
      <div className={css.rowActions}>
        <BigButton kind="quiet" onClick={onToggle}>
          {isOpen ? risks.doneRow : risks.editRow}
        </BigButton>
        <BigButton kind="quiet" onClick={onRemove}>
          {words.removeRow}
        </BigButton>
      </div>
    </fieldset>
  )
}
