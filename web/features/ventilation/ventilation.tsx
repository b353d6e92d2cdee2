import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { JobRecord } from '#core/job/job.ts'
import type { FanFacts } from '#core/job/facts.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { CaptureStep, type Captured } from '../../session/job/capture-step.tsx'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { fenceOf, usePlace, type Named } from '../../session/job/use-site.ts'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosition } from '../../ui/place/use-position.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ConfirmVentilation } from './confirm-ventilation.tsx'
import { ScanFan } from './scan-fan.tsx'

/** Hold point ②: the fan is scanned, pictured at its plate and running, and bound to this space. */
export const VentilationPage = () => {
  const { ventilation: words } = useWords()
  const { job } = useParams<{ job: string }>()
  const { data } = useJobPage(job)
  const { data: rulebook } = useRulebook(data?.job)
  if (!data || !rulebook) return null
  if (!('record' in data.job) || pointsOf('ventilation', data.job.record, rulebook).length === 0)
    return <EmptyState title={words.notAsked} how="" />
  const isMet = data.holdPoints.some(({ kind, state }) => kind === 'ventilation' && state === 'met')
  return isMet && data.job.record.ventilation ? (
    <Done
      job={job}
      startedAt={data.job.record.ventilation.startedAt}
      fan={data.names.equipment}
      record={data.job.record}
    />
  ) : (
    <Steps record={data.job.record} rulebook={rulebook} />
  )
}

/** What has been taken so far; the next missing one is the step that is shown. */
type Draft = {
  readonly fan?: { readonly fan: Named<FanFacts>; readonly code: string }
  readonly plate?: Captured
  readonly running?: Captured
}

const Steps = ({ record, rulebook }: { record: JobRecord; rulebook: Rulebook }) => {
  const { ventilation: words } = useWords()
  const position = usePosition(true)
  const place = usePlace(record.application.place)
  const [draft, setDraft] = useState<Draft>({})
  const { fan, plate, running } = draft
  if (!fan)
    return (
      <ScanFan
        place={record.application.place}
        placeName={place?.name ?? record.application.place}
        onFan={(scanned) => setDraft({ fan: scanned })}
      />
    )
  const step = { job: record.id, step: 'ventilation', position, frame: 'wide' } as const
  if (!plate)
    return (
      <CaptureStep
        key="plate"
        {...step}
        label={words.plateTaken}
        instruction={words.plate}
        code={fan.code}
        onCaptured={(captured) => setDraft({ ...draft, plate: captured })}
      />
    )
  if (!running)
    return (
      <CaptureStep
        key="running"
        {...step}
        label={words.runningTaken}
        instruction={words.running}
        onCaptured={(captured) => setDraft({ ...draft, running: captured })}
      />
    )
  return (
    <ConfirmVentilation
      job={record.id}
      placeName={place?.name ?? record.application.place}
      fan={fan.fan}
      plate={plate}
      running={running}
      position={position}
      fence={fenceOf(record, rulebook, place?.facts)}
      onAnew={() => setDraft({})}
    />
  )
}

const Done = ({
  job,
  startedAt,
  fan,
  record,
}: {
  job: string
  startedAt: number
  fan: { readonly [equipment: string]: string }
  record: JobRecord
}) => {
  const { ventilation: words } = useWords()
  const [, navigate] = useLocation()
  const clock = useClockText()
  const scanned = record.ventilation?.fan ?? ''
  return (
    <div className={css.page}>
      <p className={css.done} role="status">
        <SafetyShape state="met" size={56} />
        {words.done}
      </p>
      <p className={css.place}>{fan[scanned] ?? scanned}</p>
      <p className={css.detail}>{words.since(clock.short(startedAt))}</p>
      <div className={css.foot}>
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${job}`)}>
          {words.toJob}
        </BigButton>
      </div>
    </div>
  )
}
