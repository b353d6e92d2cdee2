import { useLocation } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { ObligationKind } from '#core/job/obligations.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'

const soonMs = 15 * 60_000

type Duty = JobPage['duties'][number]

/** Mended by its applicant on the application's page; settled at the desk. */
type NotHere = 'mend' | 'settle-debt' | 'hand-in-recording'

/** Which page of the job a duty is done on. */
const pageOf: { readonly [K in Exclude<ObligationKind, NotHere>]: string } = {
  'answer-return': 'returned',
  approve: 'approve',
  prepare: 'prepare',
  'confirm-measures': 'measures',
  'sign-briefing': 'briefing',
  'test-gas': 'gas-test',
  'gas-record': 'gas-test',
  ventilate: 'ventilation',
  'witness-check': 'checks',
  'sign-in': 'sign-in',
  start: 'start',
  snapshot: 'snapshot',
  'fire-watch': 'close-out',
  'close-out': 'close-out',
  accept: 'accept',
  agree: 'changes',
  'end-work': 'start',
  'forced-rest': 'changes',
}

/** The one duty on top: the reader's own before anybody else's, the most pressing first. */
export const NextDuty = ({ id, page }: OpenedJob) => {
  const { track } = useWords().steps
  const { personId } = useSession()
  const [, navigate] = useLocation()
  const isMine = ({ assignee }: Duty): boolean => 'person' in assignee && assignee.person === personId
  const next = page.duties
    .filter(({ state }) => state === 'open' || state === 'due' || state === 'late')
    .toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)) || a.dueAt - b.dueAt)[0]
  if (!next || next.kind === 'mend' || next.kind === 'settle-debt' || next.kind === 'hand-in-recording') return null
  const path = pageOf[next.kind]
  const owner =
    'person' in next.assignee
      ? track.of(page.people[next.assignee.person] ?? next.assignee.person)
      : track.of(next.assignee.authority === 'place-unit' ? track.unit : track.approver)
  return (
    <Card
      title={stepOf(next.kind, track.step)}
      tone={next.state === 'late' ? 'stopped' : next.state === 'due' ? 'due' : 'must'}
    >
      <Countdown dueAt={next.lateAt} soonMs={soonMs} size="large" />
      <p>{isMine(next) ? track.mine : owner}</p>
      {isMine(next) && (
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/${path}`)}>
          {stepOf(next.kind, track.step)}
        </BigButton>
      )}
    </Card>
  )
}

type StepWords = ReturnType<typeof useWords>['steps']['track']['step']

const stepOf = (kind: Exclude<ObligationKind, NotHere>, words: StepWords): string => {
  switch (kind) {
    case 'confirm-measures':
      return words.measures
    case 'sign-briefing':
      return words.briefing
    case 'test-gas':
    case 'gas-record':
      return words['gas-test']
    case 'witness-check':
      return words.checks
    case 'ventilate':
      return words.ventilation
    case 'fire-watch':
      return words['close-out']
    case 'answer-return':
    case 'approve':
    case 'prepare':
    case 'sign-in':
    case 'start':
    case 'snapshot':
    case 'close-out':
    case 'accept':
    case 'agree':
    case 'end-work':
    case 'forced-rest':
      return words[kind]
  }
}
