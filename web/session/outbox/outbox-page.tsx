import { EmptyState } from '../../ui/empty-state.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ProblemShown } from '../job/command-outcome.tsx'
import { useWords } from '../language.tsx'
import { useServices } from '../services.tsx'
import { isWaiting, mayBeLetGo, type OutboxEntry } from './entry.ts'
import css from './outbox-page.module.css'
import { SavedMark } from './saved-mark.tsx'
import { useOutboxEntries } from './use-outbox.ts'

/** Everything that has not arrived, each with its reason, and below it what arrived last. */
export const OutboxPage = () => {
  const words = useWords().session.outbox
  const entries = useOutboxEntries().toReversed()
  const waiting = entries.filter(isWaiting)
  const arrived = entries.filter((entry) => !isWaiting(entry))
  return (
    <div className={css.page}>
      {waiting.length === 0 && <EmptyState title={words.empty} how={words.emptyHow} />}
      {[...waiting, ...arrived].map((entry) => (
        <EntryCard key={entry.key} entry={entry} />
      ))}
    </div>
  )
}

const EntryCard = ({ entry }: { entry: OutboxEntry }) => {
  const words = useWords().session.outbox
  const clock = useClockText()
  const { outbox } = useServices()
  const { state } = entry
  const canRetry = state.at === 'this-phone' || state.at === 'refused'
  return (
    <Card title={entry.submission.label} tone={state.at === 'refused' ? 'stopped' : 'plain'}>
      <p className={css.line}>{words.capturedAt(clock.short(entry.capturedAt))}</p>
      <SavedMark state={state} />
      <Reason entry={entry} />
      {canRetry && <BigButton onClick={() => void outbox.sendNow(entry.key)}>{words.retry}</BigButton>}
      {mayBeLetGo(entry) && (
        <BigButton kind="quiet" onClick={() => void outbox.letGo(entry.key)}>
          {words.acknowledge}
        </BigButton>
      )}
    </Card>
  )
}

const Reason = ({ entry: { state, kept } }: { entry: OutboxEntry }) => {
  const words = useWords().session.outbox.reason
  if (state.at === 'refused') return <ProblemShown problem={state.problem} />
  if (state.at !== 'this-phone') return null
  return (
    <>
      {state.because !== 'new' && <p className={css.line}>{words[state.because]}</p>}
      {kept === 'memory' && <p className={css.line}>{words['not-stored']}</p>}
    </>
  )
}
