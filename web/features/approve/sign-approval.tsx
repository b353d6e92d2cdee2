import { arePapersOpen } from '#core/job/open-papers.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { MyDuties } from '#contract/me.ts'
import type { PersonId } from '#core/ids.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { SignHold, type Proof } from '../../session/job/sign-hold.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { usePosition, type Position } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { AddSignerSheet } from './add-signer-sheet.tsx'
import { Because } from './because.tsx'
import { Chain } from './chain.tsx'
import { owedHere, type OwedStep } from './owed-here.ts'
import { PositionOnSite, standsOnSite, stepOf } from './position-on-site.tsx'
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
  const { id, page, job, readiness, say, text } = opened
  const { approve: words } = useWords().steps
  const { approving } = useWords()
  const position = usePosition(true)
  const { give, isBusy, outcome, clear } = useJobCommand(id)
  const links = useRemedyLinks(id, 'approve')
  const [sheet, setSheet] = useState<'return' | 'add-signer'>()
  const names = [...new Set(ours.map(({ name }) => text(name)))].join(' · ')
  // Only whoever gives the step's own signature asks for another one; who was asked by name signs for themselves.
  const own = ours.find(({ addedSigner }) => addedSigner === null)
  const needsPin = ours.some(({ permit, step }) => stepOf(permit, step, job, say.rulebook)?.factor !== undefined)
  const isOnSite = standsOnSite(opened, position, ours)
  // What was refused far from the site is no longer so once the approver has walked there.
  const clearRefusal = useEffectEvent(() => outcome.kind === 'refused' && clear())
  useEffect(() => {
    if (isOnSite) clearRefusal()
  }, [isOnSite])

  const approve = async ({ pin, handwriting }: Proof): Promise<void> => {
    const drawn = handwriting === undefined ? {} : { handwriting }
    // The own first signature is a change as well: only the first of several is over the version shown.
    let version: number | undefined = page.history.length
    for (const { permit, step, name, because } of ours) {
      const isDone = await give(
        {
          type: 'ApproveStep',
          permit,
          step,
          signature: {
            factor: 'session',
            contentHash: readiness.contentHash.work,
            ...drawn,
            ...positionSigned(position),
          },
          ...(because?.kind === 'stands-in' ? { onBehalfOf: because.for as PersonId } : {}),
        },
        words.label(text(name)),
        { pin, version },
      )
      if (!isDone) break
      version = undefined
    }
  }
  return (
    <>
      <PositionOnSite opened={opened} position={position} steps={ours} />
      <CommandOutcome outcome={outcome} onRemedy={links} />
      <SignHold
        // A drawing is under the words it was made for; under other words it has to be drawn anew.
        key={readiness.contentHash.work}
        job={id}
        needsPin={needsPin}
        tone="met"
        isBusy={isBusy}
        disabled={position.status === 'waiting'}
        outcome={outcome}
        onSign={approve}
      >
        {ours.length === 1 ? words.hold(names) : words.holdMany(ours.length)}
      </SignHold>
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
