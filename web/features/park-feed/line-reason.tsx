import type { FeedLine } from '#contract/feed.ts'
import { useWords } from '../../session/language.tsx'
import css from './feed.module.css'

/** Why a record is not there yet, and what somebody does about it; of one that is there, its receipt. */
export const LineReason = ({ line, time }: { line: FeedLine; time: (at: number) => string }) => {
  const { feed: words } = useWords()
  const { state, problem, faults, attempts, nextAttemptAt, receipt } = line
  if (state === 'sent') return <span className={css.quiet}>{receipt === null ? '' : words.receipt(receipt)}</span>
  return (
    <div className={css.reason}>
      {problem !== null && (
        <>
          <b>{words.problems[problem].what}</b>
          <span>{words.problems[problem].act}</span>
        </>
      )}
      {faults.map(({ field, rule }) => {
        const { name, act } = words.fields[field as keyof typeof words.fields] ?? words.otherField(field)
        return (
          <span key={field}>
            <b>{words.fault(name, words.rules[rule as keyof typeof words.rules] ?? words.otherRule)}</b> {act}
          </span>
        )
      })}
      {state === 'queued' && attempts > 0 && (
        <span className={css.quiet}>
          {words.attempts(attempts)} · {words.next(time(nextAttemptAt))}
        </span>
      )}
    </div>
  )
}
