import { useWords } from '../../session/language.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './apply.module.css'
import { showSection } from './section.tsx'

/** Always in reach of the thumb: how it stands (a tap leads to what is open), and the hold that submits. */
export const SubmitBar = ({
  permits,
  missing,
  reasons,
  isChecking,
  isOpen,
  onSubmit,
}: {
  permits: number
  missing: number
  reasons: number
  isChecking: boolean
  isOpen: boolean
  onSubmit: () => void
}) => {
  const words = useWords().apply
  return (
    <footer className={css.bar}>
      <button type="button" className={css.summary} onClick={() => showSection('open')}>
        <span>{words.summary(permits)}</span>
        {isChecking ? (
          <StatusPill state="not-open">{words.checking}</StatusPill>
        ) : missing > 0 ? (
          <StatusPill state="must">{words.missing(missing)}</StatusPill>
        ) : reasons > 0 ? (
          <StatusPill state="stopped">{words.unfit(reasons)}</StatusPill>
        ) : (
          <StatusPill state="met">{words.ready}</StatusPill>
        )}
      </button>
      {!isChecking && missing === 0 && reasons > 0 && <p className={css.note}>{words.wouldBeRefused(reasons)}</p>}
      <HoldToConfirm onConfirm={onSubmit} disabled={!isOpen}>
        {words.submit}
      </HoldToConfirm>
    </footer>
  )
}
