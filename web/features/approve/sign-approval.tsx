import { arePapersOpen } from '#core/job/open-papers.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { MyDuties } from '#contract/me.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { usePosition, type Position } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { PositionOnSite } from './position-on-site.tsx'
import { ReturnSheet } from './return-sheet.tsx'

const soonMs = 15 * 60_000

/** The steps whose turn it is. Whoever owes one of them signs here, with the place where they stand. */
export const SignApproval = (opened: OpenedJob) => {
  const { id, page, job, text } = opened
  const { approve: words } = useWords().steps
  const [, navigate] = useLocation()
  const { data: mine } = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const owed = new Set(
    mine?.duties.filter(({ duty, job: of }) => of.id === id && duty.kind === 'approve').map(({ duty }) => duty.permit),
  )
  const ours = page.nextSteps.filter(({ permit }) => owed.has(permit as never))
  const due = page.duties
    .filter(({ kind, met }) => kind === 'approve' && met === null)
    .toSorted((a, b) => a.dueAt - b.dueAt)[0]
  if (!arePapersOpen(job))
    return (
      <>
        <SafetyLabel state="met">{words.done}</SafetyLabel>
        {job.status === 'approved' && (
          <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/start`)}>
            {words.toStart}
          </BigButton>
        )}
      </>
    )
  return (
    <>
      <Card title={words.steps} aside={due && <Countdown dueAt={due.dueAt} soonMs={soonMs} />}>
        {page.nextSteps.map(({ permit, step, name }) => (
          <p key={`${permit}.${step}`}>
            {page.names.permits[permit] ?? permit} · {words.waits(text(name))}
          </p>
        ))}
      </Card>
      {ours.length > 0 ? <SignOurs opened={opened} ours={ours} /> : mine && <p role="status">{words.notYours}</p>}
    </>
  )
}

const SignOurs = ({ opened, ours }: { opened: OpenedJob; ours: OpenedJob['page']['nextSteps'] }) => {
  const { id, readiness, text } = opened
  const { approve: words } = useWords().steps
  const position = usePosition(true)
  const { give, isBusy, outcome } = useJobCommand(id)
  const links = useRemedyLinks(id, 'approve')
  const [isReturning, setReturning] = useState(false)
  const [tries, setTries] = useState(0)
  const names = [...new Set(ours.map(({ name }) => text(name)))].join(' · ')

  const approve = async (): Promise<void> => {
    for (const { permit, step, name } of ours) {
      const isDone = await give(
        {
          type: 'ApproveStep',
          permit: permit,
          step: step,
          signature: { factor: 'session', contentHash: readiness.contentHash.work, ...positionSigned(position) },
        },
        words.label(text(name)),
      )
      if (!isDone) break
    }
    setTries((count) => count + 1)
  }
  return (
    <>
      <PositionOnSite opened={opened} position={position} steps={ours.map(({ permit, step }) => ({ permit, step }))} />
      <CommandOutcome outcome={outcome} onRemedy={links} />
      <HoldToConfirm
        key={tries}
        tone="met"
        disabled={isBusy || position.status === 'waiting'}
        onConfirm={() => void approve()}
      >
        {ours.length === 1 ? words.hold(names) : words.holdMany(ours.length)}
      </HoldToConfirm>
      <BigButton onClick={() => setReturning(true)}>{words.return}</BigButton>
      {isReturning && <ReturnSheet job={id} onClose={() => setReturning(false)} />}
    </>
  )
}

const positionSigned = (position: Position) =>
  position.status === 'known'
    ? {
        position: {
          latitude: position.latitude,
          longitude: position.longitude,
          accuracyMetres: position.accuracyMetres,
        },
      }
    : {}
