import { arePapersOpen } from '#core/job/open-papers.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { MyDuties } from '#contract/me.ts'
import type { PersonId } from '#core/ids.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { usePosition, type Position } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { AddSignerSheet } from './add-signer-sheet.tsx'
import { Because } from './because.tsx'
import { Chain } from './chain.tsx'
import { owedHere, type OwedStep } from './owed-here.ts'
import { PositionOnSite } from './position-on-site.tsx'
import { ReturnSheet } from './return-sheet.tsx'
import { StepBack } from './step-back.tsx'

/** The chain as it stands. Whoever owes a signature gives it here, with the place where they stand, or sends it back. */
export const SignApproval = (opened: OpenedJob) => {
  const { id, page, job } = opened
  const { approve: words } = useWords().steps
  const { approving } = useWords()
  const [, navigate] = useLocation()
  const { data: mine } = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const { returned, application } = job.record
  const isReturned = returned !== null && returned.to === 'applicant' && returned.answeredAt === null
  const ours = owedHere(opened, mine)
  const ready = ours.filter(({ maySign }) => maySign)
  return (
    <>
      <Card title={words.steps}>
        <Chain {...opened} />
      </Card>
      {!arePapersOpen(job) && <SafetyLabel state="met">{words.done}</SafetyLabel>}
      {isReturned && (
        <SafetyLabel state="due">
          {`${approving.sentBack(returned.reason)} · ${approving.returned.othersWait(page.people[application.applicant] ?? application.applicant)}`}
        </SafetyLabel>
      )}
      {ours.map((owed) => (
        <Because key={`${owed.permit} ${owed.step} ${owed.addedSigner}`} owed={owed} />
      ))}
      {ready.length > 0 && <SignOurs opened={opened} ours={ready} />}
      {arePapersOpen(job) && !isReturned && ours.length === 0 && mine && <p role="status">{words.notYours}</p>}
      <StepBack {...opened} />
      {job.status === 'approved' && (
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/start`)}>
          {words.toStart}
        </BigButton>
      )}
    </>
  )
}

const SignOurs = ({ opened, ours }: { opened: OpenedJob; ours: readonly OwedStep[] }) => {
  const { id, readiness, text } = opened
  const { approve: words } = useWords().steps
  const { approving } = useWords()
  const position = usePosition(true)
  const { give, isBusy, outcome } = useJobCommand(id)
  const links = useRemedyLinks(id, 'approve')
  const [sheet, setSheet] = useState<'return' | 'add-signer'>()
  const [tries, setTries] = useState(0)
  const names = [...new Set(ours.map(({ name }) => text(name)))].join(' · ')
  // Only whoever gives the step's own signature asks for another one; who was asked by name signs for themselves.
  const own = ours.find(({ addedSigner }) => addedSigner === null)

  const approve = async (): Promise<void> => {
    for (const { permit, step, name, because } of ours) {
      const isDone = await give(
        {
          type: 'ApproveStep',
          permit,
          step,
          signature: { factor: 'session', contentHash: readiness.contentHash.work, ...positionSigned(position) },
          ...(because?.kind === 'stands-in' ? { onBehalfOf: because.for as PersonId } : {}),
        },
        words.label(text(name)),
      )
      if (!isDone) break
    }
    setTries((count) => count + 1)
  }
  return (
    <>
      <PositionOnSite opened={opened} position={position} steps={ours} />
      <CommandOutcome outcome={outcome} onRemedy={links} />
      <HoldToConfirm
        key={tries}
        tone="met"
        disabled={isBusy || position.status === 'waiting'}
        onConfirm={() => void approve()}
      >
        {ours.length === 1 ? words.hold(names) : words.holdMany(ours.length)}
      </HoldToConfirm>
      <BigButton onClick={() => setSheet('return')}>{words.return}</BigButton>
      {own && <BigButton onClick={() => setSheet('add-signer')}>{approving.addSigner.open}</BigButton>}
      {sheet === 'return' && <ReturnSheet opened={opened} ours={ours} onClose={() => setSheet(undefined)} />}
      {sheet === 'add-signer' && own && (
        <AddSignerSheet opened={opened} seat={own} onClose={() => setSheet(undefined)} />
      )}
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
