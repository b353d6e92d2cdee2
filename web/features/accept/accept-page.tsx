import { useLocation } from 'wouter'
import { acceptancesOf } from '#core/job/decide/closing.ts'
import type { MyDuties } from '#contract/me.ts'
import type { Acceptance } from '#core/rulebook/rulebook.ts'
import { CommandOutcome, JobRefusals } from '../../session/job/command-outcome.tsx'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { SignHold, type Proof } from '../../session/job/sign-hold.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { useSession } from '../../session/session.tsx'
import { usePosition } from '../../ui/place/use-position.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { WhatWasRecorded } from './what-was-recorded.tsx'
import { wayOut } from '#core/job/remedies.ts'

/** Accepted at the site by each who has to, over what was counted, cleared and watched; the last signature closes the job. */
export const AcceptPage = () => <OpenJob>{(opened) => <Accept {...opened} />}</OpenJob>

const Accept = (opened: OpenedJob) => {
  const { id, page, job, say } = opened
  const { accept: words } = useWords().steps
  const links = useRemedyLinks(id, 'accept')
  const [, navigate] = useLocation()
  const wanting = page.holdPoints
    .flatMap(({ kind, refusals }) => (kind === 'close-out' ? refusals : []))
    .map((refusal) => ({ ...refusal, ...wayOut[refusal.code] }))
  const needed = acceptancesOf(job.record, say.rulebook)
  return (
    <>
      {job.status === 'closed' && (
        <Card title={words.closed} tone="met">
          <p>{words.closedHow}</p>
          <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}`)}>
            {words.story}
          </BigButton>
        </Card>
      )}
      {job.status !== 'finished' && job.status !== 'closed' && <p role="status">{words.notFinished}</p>}
      <WhatWasRecorded {...opened} />
      {wanting.length > 0 && <JobRefusals refusals={wanting} names={page.names} onRemedy={links} />}
      <Acceptances opened={opened} needed={needed} />
      {job.status === 'finished' && <SignMine opened={opened} needed={needed} />}
    </>
  )
}

const Acceptances = ({ opened: { page, job, text }, needed }: { opened: OpenedJob; needed: readonly Acceptance[] }) => {
  const { accept: words, by } = useWords().steps
  const clock = useClockText()
  return (
    <Card title={words.signatures}>
      <RowList>
        {needed.map((acceptance) => {
          const signed = job.record.acceptances[acceptance.id]
          return (
            <ListRow
              key={acceptance.id}
              lead={<SafetyShape state={signed ? 'met' : 'not-open'} size={26} />}
              title={text(acceptance.name)}
              detail={
                signed
                  ? by(page.people[signed.by] ?? signed.by, clock.short(signed.occurredAt))
                  : `${words.waits} · ${words.role[acceptance.by]}`
              }
            />
          )
        })}
      </RowList>
    </Card>
  )
}

/** Leader and guardian know that it is theirs; who stands for the unit is whoever it is a duty of. */
const SignMine = ({ opened, needed }: { opened: OpenedJob; needed: readonly Acceptance[] }) => {
  const { id, job, readiness, text } = opened
  const { accept: words } = useWords().steps
  const { personId } = useSession()
  const position = usePosition(true)
  const { give, isBusy, outcome } = useJobCommand(id)
  const links = useRemedyLinks(id, 'accept')
  const { application, acceptances } = job.record
  const { data: mine } = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const isForUnit = (acceptance: string): boolean =>
    mine?.duties.some(({ job: of, duty }) => of.id === id && duty.key === `accept.${acceptance}`) ?? false
  const isMine = ({ by, id: acceptance }: Acceptance): boolean => {
    switch (by) {
      case 'leader':
        return application.leader === personId
      case 'guardian':
        return application.guardians.some((person) => person === personId)
      case 'unit':
        return isForUnit(acceptance)
    }
  }
  const next = needed.find((one) => !acceptances[one.id] && isMine(one))
  const sign = async ({ id: acceptance, name }: Acceptance, { pin, handwriting }: Proof): Promise<void> => {
    await give(
      {
        type: 'SignAcceptance',
        acceptance,
        signature: {
          factor: 'session',
          contentHash: readiness.contentHash.acceptance,
          ...(handwriting !== undefined && { handwriting }),
          ...(position.status === 'known' && {
            position: {
              latitude: position.latitude,
              longitude: position.longitude,
              accuracyMetres: position.accuracyMetres,
            },
          }),
        },
      },
      text(name),
      { pin },
    )
  }
  return (
    <>
      <CommandOutcome outcome={outcome} onRemedy={links} />
      {next && (
        <SignHold
          key={next.id}
          job={id}
          needsPin={next.factor !== undefined}
          tone="met"
          isBusy={isBusy}
          outcome={outcome}
          onSign={(proof) => sign(next, proof)}
        >
          {words.sign(text(next.name))}
        </SignHold>
      )}
    </>
  )
}
