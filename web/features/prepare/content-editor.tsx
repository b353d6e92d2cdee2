import type { OperationId } from '#core/ids.ts'
import type { PreparationContent } from '#core/job/commands.ts'
import type { Hazard } from '#core/job/site-records.ts'
import type { Preparation } from '#core/rulebook/rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './prepare.module.css'

type Change = (content: PreparationContent) => void

/** Writes one preparation: rows of hazards, a text, or a list to be ticked off at the site. */
export const ContentEditor = ({
  operation,
  preparation,
  content,
  onChange,
}: {
  operation: OperationId
  preparation: Preparation
  content: PreparationContent
  onChange: Change
}) => {
  const { prepare: words } = useSpeech().words.steps
  switch (content.kind) {
    case 'hazards':
      return (
        <HazardRows
          operation={operation}
          hazards={content.hazards}
          onChange={(hazards) => onChange({ kind: 'hazards', hazards })}
        />
      )
    case 'plan':
      return (
        <TextField
          label={words.planText}
          help={words.planHelp}
          lines={6}
          value={content.text}
          onChange={(text) => onChange({ ...content, text })}
        />
      )
    case 'checklist':
      return preparation.kind === 'checklist' ? (
        <Checklist
          items={preparation.items}
          present={content.present}
          onChange={(present) => onChange({ kind: 'checklist', present })}
        />
      ) : null
  }
}

const Checklist = ({
  items,
  present,
  onChange,
}: {
  items: Extract<Preparation, { kind: 'checklist' }>['items']
  present: readonly string[]
  onChange: (present: readonly string[]) => void
}) => {
  const { words, language } = useSpeech()
  return (
    <div role="group" aria-label={words.steps.prepare.gear} className={css.checklist}>
      <p className={css.quiet}>{words.steps.prepare.gear}</p>
      {items.map(({ id, label }) => {
        const isThere = present.includes(id)
        return (
          <button
            key={id}
            type="button"
            role="checkbox"
            aria-checked={isThere}
            className={css.tick}
            onClick={() => onChange(isThere ? present.filter((one) => one !== id) : [...present, id])}
          >
            <span className={css.box}>{isThere && <Icon name="check" size={26} />}</span>
            {language === 'zh-CN' ? label.zh : label.en}
          </button>
        )
      })}
    </div>
  )
}

const HazardRows = ({
  operation,
  hazards,
  onChange,
}: {
  operation: OperationId
  hazards: readonly Hazard[]
  onChange: (hazards: readonly Hazard[]) => void
}) => {
  const { words } = useSpeech()
  const { prepare } = words.steps
  const offered = (words.hazards[operation] ?? []).filter(
    ({ hazard }) => !hazards.some((written) => written.hazard === hazard),
  )
  const change = (at: number, part: Partial<Hazard>) =>
    onChange(hazards.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <>
      {hazards.map((row, at) => (
        <fieldset key={at} className={css.hazard}>
          <legend>{prepare.row(at + 1)}</legend>
          <TextField label={prepare.hazard} value={row.hazard} onChange={(hazard) => change(at, { hazard })} />
          <TextField
            label={prepare.consequence}
            value={row.consequence}
            onChange={(consequence) => change(at, { consequence })}
          />
          <TextField
            label={prepare.measures}
            lines={3}
            value={row.measures}
            onChange={(measures) => change(at, { measures })}
          />
          <BigButton kind="quiet" onClick={() => onChange(hazards.filter((_, index) => index !== at))}>
            {prepare.removeRow}
          </BigButton>
        </fieldset>
      ))}
      {offered.length > 0 && (
        <div className={css.checklist}>
          <p className={css.quiet}>{prepare.suggestions}</p>
          {offered.map((one) => (
            <button key={one.hazard} type="button" className={css.tick} onClick={() => onChange([...hazards, one])}>
              <span className={css.plus} aria-hidden>
                +
              </span>
              <span>
                {one.hazard} → {one.consequence}
              </span>
            </button>
          ))}
        </div>
      )}
      <BigButton onClick={() => onChange([...hazards, { hazard: '', consequence: '', measures: '' }])}>
        {prepare.addRow}
      </BigButton>
    </>
  )
}
