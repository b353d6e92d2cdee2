import { bookingOf } from '#core/job/booking.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { useWords } from '../../session/language.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './apply.module.css'
import type { Draft } from './draft.ts'

/** Work that was not booked a day ahead says why it cannot wait; what is in time is not asked. */
export const UrgentSection = ({
  rulebook,
  draft,
  onChange,
}: {
  rulebook: Rulebook
  draft: Draft
  onChange: (draft: Draft) => void
}) => {
  const { urgent: words } = useWords().dayPlan
  const { timeZone, now } = useUi()
  const { booking } = rulebook
  if (!booking || bookingOf(draft.window.from, epochMs(now()), booking.cutOff, plantClockOf(timeZone)) === 'ahead')
    return null
  return (
    <Card title={words.title}>
      <p className={css.note}>{words.lead(booking.cutOff)}</p>
      <TextField
        label={words.reason}
        lines={2}
        value={draft.urgentReason ?? ''}
        onChange={(urgentReason) => onChange({ ...draft, urgentReason })}
      />
    </Card>
  )
}
