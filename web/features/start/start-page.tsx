import { useLocation } from 'wouter'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { GateMissing } from '../../session/job/gate-missing.tsx'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { AtWork } from './at-work.tsx'
import { CancelJob } from './cancel-job.tsx'

/** The start and everything that it still lacks; after it, the break and the way back to work. */
export const StartPage = () => <OpenJob>{(opened) => <Start {...opened} />}</OpenJob>

const Start = (opened: OpenedJob) => {
  const { id, job } = opened
  const { start: words } = useWords().steps
  const [, navigate] = useLocation()
  switch (job.status) {
    case 'submitted':
      return (
        <>
          <p>{words.submitted}</p>
          <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/approve`)}>
            {words.toApproval}
          </BigButton>
          <CancelJob job={id} />
        </>
      )
    case 'approved':
    case 'suspended':
      return (
        <>
          <Gate opened={opened} />
          <CancelJob job={id} />
        </>
      )
    case 'active':
      return (
        <>
          <AtWork opened={opened} />
          <CancelJob job={id} />
        </>
      )
    case 'finished':
      return (
        <>
          <p>{words.finished}</p>
          <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/accept`)}>
            {words.toAccept}
          </BigButton>
        </>
      )
    case 'closed':
    case 'cancelled':
      return <p>{words.finished}</p>
  }
}

/** What the server would refuse this very moment, each with its tap; when there is nothing left, the leader holds. */
const Gate = ({ opened }: { opened: OpenedJob }) => {
  const { id, page, job, readiness } = opened
  const { start: words, stopReason } = useWords().steps
  const { personId } = useSession()
  const clock = useClockText()
  const { give, isBusy, outcome } = useJobCommand(id)
  const links = useRemedyLinks(id, 'start')
  const { stop, application } = job.record
  // A stop before the start stands until it is lifted; only then is the start itself looked at.
  const isStart = job.status === 'approved' && stop === null
  const isLift = job.status === 'approved' && stop !== null
  const refusals = isLift ? [] : (readiness.gate?.refusals ?? [])
  const signature = { factor: 'session', contentHash: readiness.contentHash.work } as const
  const hold = (): void =>
    void give(
      isStart ? { type: 'StartWork', signature } : { type: 'ResumeWork', signature },
      isStart ? words.label : words.resumeLabel,
    )
  const title = isStart
    ? refusals.length === 0
      ? words.readyTitle
      : words.missingTitle(refusals.length)
    : refusals.length === 0
      ? words.resumeReady
      : words.resumeMissing(refusals.length)
  return (
    <>
      <Card
        title={isLift ? words.resumeTitle : title}
        tone={isLift ? 'stopped' : refusals.length === 0 ? 'met' : 'due'}
      >
        {stop && <p>{words.suspended(stopReason[stop.reason], clock.short(stop.occurredAt))}</p>}
        {isLift && <p>{words.liftStop}</p>}
        {job.status === 'suspended' && <RetestRule opened={opened} />}
        {personId !== application.leader && (
          <p>{words.leaderOnly(page.people[application.leader] ?? application.leader)}</p>
        )}
      </Card>
      {refusals.length > 0 && <GateMissing job={id} refusals={refusals} names={page.names} onRemedy={links} />}
      <CommandOutcome outcome={outcome} onRemedy={links} />
      {personId === application.leader && refusals.length === 0 && (
        <HoldToConfirm key={job.status} tone="met" disabled={isBusy} onConfirm={hold}>
          {isStart ? words.hold : isLift ? words.lift : words.resume}
        </HoldToConfirm>
      )}
    </>
  )
}

/** The strictest of the permits' limits after which a break asks for a new test. */
const RetestRule = ({ opened: { job, say } }: { opened: OpenedJob }) => {
  const words = useWords()
  const minutes = job.record.permits.flatMap(({ operation, level }) => {
    const row = say.rulebook.operations[operation]?.levels.find(({ id }) => id === level)
    return row ? [row.reTestAfterBreakMinutes.value] : []
  })
  if (minutes.length === 0) return null
  const span = words.ui.time.span({ unit: 'minutes', minutes: Math.min(...minutes) })
  return <p>{words.steps.start.retest(span)}</p>
}
