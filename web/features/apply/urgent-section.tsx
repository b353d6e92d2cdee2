import { bookingOf } from '#core/job/booking.ts'
import type { PlannedPermit } from '#core/job/plan-permits.ts'
import { urgentSteps } from '#core/job/urgent-steps.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { useWords } from '../../session/language.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './apply.module.css'
import type { Draft } from './draft.ts'
import { Section } from './section.tsx'

/** Whether what is being written comes after the cut-off; without a cut-off the rulebook asks nobody. */
export const useIsUrgent = (rulebook: Rulebook | undefined, { window }: Draft): boolean => {
  const { timeZone, now } = useUi()
  return (
    rulebook?.booking !== undefined &&
    bookingOf(window.from, epochMs(now()), rulebook.booking.cutOff, plantClockOf(timeZone)) === 'urgent'
  )
}

/** Work that was not booked a day ahead says why it cannot wait, and learns whose signature it needs for that; the rest is not asked. */
export const UrgentSection = ({
  rulebook,
  draft,
  permits,
  onChange,
}: {
  rulebook: Rulebook
  draft: Draft
  permits: readonly PlannedPermit[]
  onChange: (draft: Draft) => void
}) => {
  const { urgent: words } = useWords().dayPlan
  const { authority } = useWords().board
  const isUrgent = useIsUrgent(rulebook, draft)
  if (!isUrgent || !rulebook.booking) return null
  const signers = urgentSteps(permits, rulebook).map(({ by }) => authority[by.authority] ?? by.authority)
  return (
    <Section id="urgent" title={words.title}>
      <p className={css.note}>{words.lead(rulebook.booking.cutOff, signers)}</p>
      <TextField
        label={words.reason}
        lines={2}
        value={draft.urgentReason ?? ''}
        onChange={(urgentReason) => onChange({ ...draft, urgentReason })}
      />
    </Section>
  )
}
