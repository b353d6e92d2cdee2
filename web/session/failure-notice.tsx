import { SafetyShape } from '../ui/safety/safety-shape.tsx'
import { BigButton } from '../ui/touch/big-button.tsx'
import css from './failure-notice.module.css'
import { useWords } from './language.tsx'
import { reasonOf, RequestFailed } from './problem.ts'

/** A page or part that could not be read says so and offers another try; it never looks like an empty list. */
export const FailureNotice = ({
  error,
  onRetry,
  fullPage = false,
}: {
  error: unknown
  onRetry: () => void
  fullPage?: boolean
}) => {
  const words = useWords().session.failure
  const reason = error instanceof RequestFailed ? reasonOf(error.failure) : 'unreadable'
  const isWorthAnotherTry = reason === 'unreachable' || reason === 'unreadable'
  return (
    <div className={css.notice} data-full={fullPage} role="alert">
      <SafetyShape state="due" size={40} />
      <p>{words[reason]}</p>
      {isWorthAnotherTry && (
        <BigButton wide={false} onClick={onRetry}>
          {words.retry}
        </BigButton>
      )}
    </div>
  )
}
