import { Icon } from '../../ui/icons/icon.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { useWords } from '../language.tsx'
import type { EntryState } from './entry.ts'
import css from './saved-mark.module.css'

/** Where a capture is: on this phone, under way, on the server (tick and time), or not accepted. Stands beside everything handed in. */
export const SavedMark = ({ state }: { state: EntryState }) => {
  const words = useWords().session.outbox.at
  const clock = useClockText()
  switch (state.at) {
    case 'this-phone':
      return (
        <span className={css.mark}>
          <Icon name="phone" size={20} />
          {words['this-phone']}
        </span>
      )
    case 'sending':
      return (
        <span className={css.mark}>
          <Icon name="upload" size={20} />
          {words.sending}
        </span>
      )
    case 'server':
      return (
        <span className={css.mark}>
          <SafetyShape state="met" size={20} />
          {words.server(clock.short(state.receivedAt))}
        </span>
      )
    case 'refused':
      return (
        <span className={css.mark}>
          <SafetyShape state="stopped" size={20} />
          {words.refused}
        </span>
      )
  }
}
