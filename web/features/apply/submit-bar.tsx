import { useWords } from '../../session/language.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './apply.module.css'

/** Always in reach of the thumb: how it stands, and the hold that submits. */
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
      <div className={css.summary}>
        {permits > 0 && <span>{words.summary(permits)}</span>}
        {isChecking ? (
          <StatusPill state="not-open">{words.checking}</StatusPill>
        ) : missing > 0 ? (
          <StatusPill state="must">{words.missing(missing)}</StatusPill>
        ) : reasons > 0 ? (
          <StatusPill state="stopped">{words.unfit(reasons)}</StatusPill>
        ) : (
          <StatusPill state="met">{words.ready}</StatusPill>
        )}
      </div>
      {!isChecking && missing === 0 && reasons > 0 && <p className={css.note}>{words.wouldBeRefused(reasons)}</p>}
      <HoldToConfirm onConfirm={onSubmit} disabled={!isOpen}>
        {words.submit}
      </HoldToConfirm>
    </footer>
  )
}
