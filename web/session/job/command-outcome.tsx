import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { AnswerNames } from '#contract/names.ts'
import type { Owner, Remedy } from '#core/job/refusal.ts'
import { sayFault } from '#core/messages/requests/faults.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import { RefusalCards, type RefusalAction, type RefusalGroup } from '../../ui/refusals/refusal-cards.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { useWords } from '../language.tsx'
import { useMessages } from '../messages.ts'
import type { Problem } from '../problem.ts'
import type { OutcomeShown } from './outcome-shown.ts'
import { useCheckCredential } from './use-check-credential.ts'
import { useEvidenceReasons } from './use-evidence-reasons.ts'
import { useReading } from './use-reading.ts'

/** What a screen can do about a remedy; nothing where the reader is not the one, and then the card names who is. */
export type ActOnRemedy = (remedy: Remedy, refusal: AnsweredRefusal) => (() => void) | undefined

/** How the last command ended: nothing to say, waiting on this phone, or refused with every reason and its next taps. */
export const CommandOutcome = ({ outcome, onRemedy }: { outcome: OutcomeShown; onRemedy?: ActOnRemedy }) => {
  const { session: words } = useWords()
  switch (outcome.kind) {
    case 'none':
    case 'done':
      return null
    case 'waiting':
      return (
        <p role="status">
          <SafetyLabel state="due">{words.outbox.reason[outcome.because]}</SafetyLabel>
        </p>
      )
    case 'refused':
      return <ProblemShown problem={outcome.problem} {...(onRemedy ? { onRemedy } : {})} />
  }
}

/** Why something was turned away, every reason with its way out. */
export const ProblemShown = ({ problem, onRemedy }: { problem: Problem; onRemedy?: ActOnRemedy }) => {
  const words = useWords().session.refused
  const requests = useMessages()?.requests
  const evidence = useEvidenceReasons(problem)
  if (problem.code === 'evidence-refused') return <Reasons first={evidence[0] ?? ''} others={evidence.slice(1)} />
  if (problem.refusals.length > 0)
    return (
      <JobRefusals
        refusals={problem.refusals as unknown as readonly AnsweredRefusal[]}
        names={problem.names}
        {...(onRemedy ? { onRemedy } : {})}
      />
    )
  const sentence = words.problem[problem.code as keyof typeof words.problem] ?? words.other(problem.code)
  // A field that only repeats the code adds nothing to its sentence.
  const mended = problem.fields.filter(({ code }) => code !== problem.code)
  const said = mended.map((field) => (requests && sayFault(requests, field)) ?? field.message)
  return <Reasons first={sentence} others={said} />
}

const Reasons = ({ first, others }: { first: string; others: readonly string[] }) => (
  <section role="alert">
    <SafetyLabel state="stopped">{first}</SafetyLabel>
    <ul>
      {others.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </section>
)

/** Refusals in words, grouped by who can put them right. */
export const JobRefusals = ({
  refusals,
  names,
  onRemedy = () => undefined,
}: {
  refusals: readonly AnsweredRefusal[]
  names?: AnswerNames | undefined
  onRemedy?: ActOnRemedy
}) => {
  const words = useWords().session.refused
  const say = useReading(names)
  const checkCredential = useCheckCredential()
  const clock = useClockText()
  if (!say) return null
  const sayTraining = ({ state, sentAt }: NonNullable<AnsweredRefusal['request']>): string =>
    state === 'sent' && sentAt !== null
      ? words.training.sent(clock.short(sentAt))
      : words.training[state === 'declined' ? state : 'queued']
  const byOwner = new Map<Owner, RefusalGroup & { cards: RefusalGroup['cards'][number][] }>()
  refusals.forEach((refusal, at) => {
    const { what, why, owner, remedies } = sayRefusal(refusal, say.messages, say.reading)
    const group = byOwner.get(refusal.owner) ?? { fixer: owner, cards: [] }
    const actions = remedies.flatMap(({ remedy, label }): readonly RefusalAction[] => {
      const act = onRemedy(remedy, refusal) ?? checkCredential(remedy, refusal)
      return act ? [{ id: remedy, label, onAct: act }] : []
    })
    const asked = refusal.request && sayTraining(refusal.request)
    group.cards.push({
      id: `${refusal.code}.${at}`,
      what: asked === undefined ? what : `${what} ${asked}`,
      ...(why === null ? {} : { why }),
      actions,
    })
    byOwner.set(refusal.owner, group)
  })
  return <RefusalCards title={words.title} groups={[...byOwner.values()]} />
}
