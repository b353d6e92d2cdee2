import { useLocation } from 'wouter'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { SignHold, type Proof } from '../../session/job/sign-hold.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { useListed } from '../../ui/listed.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { BriefingContent } from './briefing-content.tsx'

/** What everybody is told before the work, and who has signed for having heard it: each on the own phone, over the same words. */
export const BriefingPage = () => <OpenJob>{(opened) => <Briefing {...opened} />}</OpenJob>

const Briefing = (opened: OpenedJob) => (
  <>
    <BriefingContent {...opened} />
    <Signatures {...opened} />
    <Sign {...opened} />
  </>
)

const peopleBriefed = ({ job, readiness }: OpenedJob) => {
  const { briefing, application } = job.record
  const isStale = briefing !== null && briefing.contentHash !== readiness.contentHash.briefing
  const listeners = [
    ...new Set([application.leader, ...application.crew.map(({ person }) => person), ...application.guardians]),
  ].filter((person) => person !== (briefing?.briefer ?? application.leader))
  const { joinedAt } = job.record.changes
  // Whoever joined after the briefing has not heard it.
  const newcomers = listeners.filter((person) => briefing !== null && briefing.briefedAt <= (joinedAt[person] ?? -1))
  return { briefing, isStale, newcomers, listeners, missing: listeners.filter((person) => !briefing?.signedAt[person]) }
}

const Signatures = (opened: OpenedJob) => {
  const { page } = opened
  const { briefing: words } = useWords().steps
  const clock = useClockText()
  const { briefing, isStale, listeners, missing } = peopleBriefed(opened)
  const nameOf = (person: string) => page.people[person] ?? person
  const isComplete = briefing !== null && !isStale && missing.length === 0
  return (
    <Card
      title={words.people}
      tone={isComplete ? 'met' : 'plain'}
      aside={
        <StatusPill state={isComplete ? 'met' : 'must'}>
          {isComplete ? words.complete : words.missing(missing.length + (briefing ? 0 : 1))}
        </StatusPill>
      }
    >
      {briefing && <p>{words.briefedBy(nameOf(briefing.briefer))}</p>}
      <RowList>
        {listeners.map((person) => {
          const at = briefing?.signedAt[person]
          return (
            <ListRow
              key={person}
              lead={<SafetyShape state={at === undefined ? 'not-open' : 'met'} size={26} />}
              title={nameOf(person)}
              detail={at === undefined ? words.unsigned : `${words.signed} ${clock.short(at)}`}
            />
          )
        })}
      </RowList>
      <p>{words.ownPhone}</p>
    </Card>
  )
}

const Sign = (opened: OpenedJob) => {
  const { id, page, job, readiness } = opened
  const { briefing: words } = useWords().steps
  const { personId } = useSession()
  const listed = useListed()
  const [, navigate] = useLocation()
  const { give, isBusy, outcome } = useJobCommand(id)
  const links = useRemedyLinks(id, 'briefing')
  const { briefing, isStale, newcomers, missing } = peopleBriefed(opened)
  const { leader } = job.record.application
  const signature = { factor: 'session', contentHash: readiness.contentHash.briefing } as const
  const sign = async (as: 'briefer' | 'briefed', { handwriting }: Proof): Promise<void> => {
    const drawn = handwriting === undefined ? {} : { handwriting }
    await give({ type: 'SignBriefing', as, signature: { ...signature, ...drawn } }, words.title)
  }

  const action = () => {
    if (personId === leader && (briefing === null || isStale || newcomers.length > 0))
      return (
        <SignHold
          key={`${signature.contentHash}.${newcomers.length}`}
          job={id}
          isBusy={isBusy}
          outcome={outcome}
          onSign={(proof) => sign('briefer', proof)}
        >
          {newcomers.length > 0 && !isStale
            ? words.forNewcomers(listed(newcomers.map((person) => page.people[person] ?? person)))
            : isStale
              ? words.again
              : words.signAsBriefer}
        </SignHold>
      )
    if (briefing === null || isStale || newcomers.some((person) => person === personId))
      return <p>{words.waitsFor(page.people[leader] ?? leader)}</p>
    if (missing.some((person) => person === personId))
      return (
        <SignHold
          key={signature.contentHash}
          job={id}
          tone="met"
          isBusy={isBusy}
          outcome={outcome}
          onSign={(proof) => sign('briefed', proof)}
        >
          {words.signAsBriefed}
        </SignHold>
      )
    return missing.length > 0 ? (
      <p>{words.missing(missing.length)}</p>
    ) : (
      <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/approve`)}>
        {words.next}
      </BigButton>
    )
  }
  return (
    <>
      {isStale && (
        <p role="status">
          <SafetyLabel state="due">{words.changed}</SafetyLabel>
        </p>
      )}
      <CommandOutcome outcome={outcome} onRemedy={links} />
      {action()}
    </>
  )
}
