import type { DutyId, OperationId } from '#core/ids.ts'
import type { Duty, Rulebook } from '#core/rulebook/rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import css from './apply.module.css'
import { textIn } from './text-in.ts'

/** What somebody will do, of all that the needed permits know; one chip per duty, also where two permits know it. */
export const DutyChips = ({
  label,
  rulebook,
  operations,
  chosen,
  onChange,
}: {
  label: string
  rulebook: Rulebook
  operations: readonly OperationId[]
  chosen: readonly DutyId[]
  onChange: (duties: readonly DutyId[]) => void
}) => {
  const { language } = useSpeech()
  const duties = new Map<DutyId, Duty>(
    operations.flatMap((operation) =>
      (rulebook.operations[operation]?.crew.duties ?? []).map((duty) => [duty.id, duty] as const),
    ),
  )
  if (duties.size === 0) return null
  return (
    <div className={css.chips} role="group" aria-label={label}>
      {[...duties.values()].map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className={css.chip}
          aria-pressed={chosen.includes(id)}
          onClick={() => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
        >
          {textIn(language, name)}
        </button>
      ))}
    </div>
  )
}
