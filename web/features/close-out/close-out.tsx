import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import { id, type EvidenceId } from '#core/ids.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { CaptureStep } from '../../session/job/capture-step.tsx'
import { CommandOutcome, JobRefusals } from '../../session/job/command-outcome.tsx'
import { remedyPath } from '../../session/job/remedy-paths.ts'
import css from '../../session/job/site-page.module.css'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosition } from '../../ui/place/use-position.ts'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { FireWatch } from './fire-watch.tsx'
import { wayOut } from '#core/job/remedies.ts'

/** Hold point ⑤: everybody and everything out, the site cleared, no embers left; then it can be accepted. */
export const CloseOutPage = () => {
  const { closeOut: words } = useWords().guarding
  const { job } = useParams<{ job: string }>()
  const { data } = useJobPage(job)
  const { data: rulebook } = useRulebook(data?.job)
  if (!data || !rulebook || !('record' in data.job)) return null
  switch (data.job.status) {
    case 'submitted':
    case 'approved':
      return <EmptyState title={words.notYet} how="" />
    case 'closed':
    case 'cancelled':
      return <EmptyState title={words.over} how="" />
    case 'active':
    case 'suspended':
      return <EndWork page={data} record={data.job.record} />
    case 'finished':
      return <Closing page={data} record={data.job.record} rulebook={rulebook} />
  }
}

const EndWork = ({ page, record }: { page: JobPage; record: JobRecord }) => {
  const { closeOut: words } = useWords().guarding
  const { give, isBusy, outcome } = useJobCommand(record.id)
  return (
    <div className={css.page}>
      <Card title={words.finish} tone="must">
        <p>{words.finishHow}</p>
      </Card>
      <Counts page={page} record={record} />
      <CommandOutcome outcome={outcome} />
      <div className={css.foot}>
        <HoldToConfirm disabled={isBusy} onConfirm={() => void give({ type: 'FinishWork' }, words.finish)}>
          {words.holdFinish}
        </HoldToConfirm>
      </div>
    </div>
  )
}

/** What of the count is still open, in the words of the rule itself. */
const Counts = ({ page, record }: { page: JobPage; record: JobRecord }) => {
  const { closeOut: words } = useWords().guarding
  const [, navigate] = useLocation()
  const open = refusalsOf(page).filter(({ code }) => countCodes.has(code))
  const isFinished = page.job.status === 'finished'
  return (
    <Card title={words.counts} tone={isFinished && open.length === 0 ? 'met' : 'plain'}>
      {isFinished && open.length === 0 && <SafetyLabel state="met">{words.countsOk}</SafetyLabel>}
      {open.length > 0 && (
        <JobRefusals
          refusals={open.map((refusal) => ({ ...refusal, ...wayOut[refusal.code] }))}
          names={page.names}
          onRemedy={(remedy) => {
            const path = remedyPath(record.id, remedy)
            return path === undefined ? undefined : () => navigate(path)
          }}
        />
      )}
      {open.length === 0 && (
        <BigButton onClick={() => navigate(`/jobs/${record.id}/passages`)}>{words.count}</BigButton>
      )}
    </Card>
  )
}

const countCodes: ReadonlySet<string> = new Set(['people-not-counted', 'people-still-inside', 'tools-unaccounted'])

const refusalsOf = ({ holdPoints }: JobPage) => holdPoints.find(({ kind }) => kind === 'close-out')?.refusals ?? []

const Closing = ({ page, record, rulebook }: { page: JobPage; record: JobRecord; rulebook: Rulebook }) => {
  const { closeOut: words } = useWords().guarding
  const [, navigate] = useLocation()
  const [isTaking, setTaking] = useState(false)
  const position = usePosition(true)
  const { give, isBusy, outcome } = useJobCommand(record.id)
  const points = pointsOf('close-out', record, rulebook)
  const counts = points.some(({ requires }) => requires.some(({ rule }) => rule.startsWith('everything-counted-out')))
  const picturesMin = Math.max(0, ...points.map(({ residuePicturesMin }) => residuePicturesMin.value))
  const watchMinutes = Math.max(0, ...points.map(({ fireWatchMinutes }) => fireWatchMinutes.value))
  const taken = record.residuePictures.length
  const isReady = refusalsOf(page).length === 0

  if (isTaking)
    return (
      <CaptureStep
        job={record.id}
        step="close-out"
        label={words.residueLabel}
        instruction={words.residueInstruction}
        position={position}
        onCaptured={({ evidence }) => {
          setTaking(false)
          void give({ type: 'RecordResidue', pictures: [id<EvidenceId>(evidence)] }, words.residueLabel)
        }}
      />
    )
  return (
    <div className={css.page}>
      {isReady && (
        <p className={css.done} role="status">
          <SafetyShape state="met" size={56} />
          {words.ready}
        </p>
      )}
      {counts && <Counts page={page} record={record} />}
      {picturesMin > 0 && (
        <Card title={words.residue} tone={taken >= picturesMin ? 'met' : 'must'}>
          <p>{words.residueHow(taken, picturesMin)}</p>
          <BigButton
            kind={taken >= picturesMin ? 'secondary' : 'primary'}
            disabled={isBusy}
            onClick={() => setTaking(true)}
          >
            {words.takeResidue}
          </BigButton>
        </Card>
      )}
      {watchMinutes > 0 && (
        <FireWatch
          record={record}
          minutes={watchMinutes}
          isBusy={isBusy}
          onLook={(isCalm) => void give({ type: 'RecordFireWatch', isCalm }, words.watchLabel)}
        />
      )}
      <CommandOutcome outcome={outcome} />
      {isReady && (
        <div className={css.foot}>
          <BigButton kind="primary" onClick={() => navigate(`/jobs/${record.id}/accept`)}>
            {words.accept}
          </BigButton>
        </div>
      )}
    </div>
  )
}
