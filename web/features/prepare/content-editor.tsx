import type { OperationId } from '#core/ids.ts'
import type { PreparationContent } from '#core/job/commands.ts'
import { epochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { useUi } from '../../ui/ui-context.tsx'
import type { Preparation } from '#core/rulebook/rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { PlanDocumentField } from './plan-document-field.tsx'
import { HazardRows } from './hazard-rows.tsx'
import css from './prepare.module.css'

type Change = (content: PreparationContent) => void

/** Writes one preparation: rows of hazards, a text, or a list to be ticked off at the site. */
export const ContentEditor = ({
  job,
  isFileNeeded,
  operation,
  preparation,
  content,
  onChange,
}: {
  job: string
  isFileNeeded: boolean
  operation: OperationId
  preparation: Preparation
  content: PreparationContent
  onChange: Change
}) => {
  const { prepare: words } = useSpeech().words.steps
  const { timeZone, now } = useUi()
  const today = plantClockOf(timeZone).dateOf(epochMs(now()))
  switch (content.kind) {
    case 'hazards':
      return (
        <HazardRows
          job={job}
          operation={operation}
          isOwned={preparation.kind === 'hazards' && preparation.owned === true}
          hazards={content.hazards}
          onChange={(hazards) => onChange({ kind: 'hazards', hazards })}
        />
      )
    case 'plan':
      return (
        <>
          <TextField
            label={words.planText}
            help={words.planHelp}
            lines={6}
            value={content.text}
            onChange={(text) => onChange({ ...content, text })}
          />
          <PlanDocumentField
            job={job}
            today={today}
            isNeeded={isFileNeeded}
            document={content.document}
            onChange={(document) => onChange({ ...content, document })}
          />
        </>
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
