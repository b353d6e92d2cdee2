import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import { contingencyState } from '#core/contingency/contingency.ts'
import { gasChecklist, type GasLine } from '#core/gas/gas-checklist.ts'
import { id, type EvidenceId, type PersonId } from '#core/ids.ts'
import type { InstrumentFacts } from '#core/job/facts.ts'
import type { JobRecord } from '#core/job/job.ts'
import { epochMs } from '#core/time/epoch.ts'
import { CaptureStep, type Captured } from '../../session/job/capture-step.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { PositionNote, readingOf } from '../../session/job/position-note.tsx'
import { remedyPath } from '../../session/job/remedy-paths.ts'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { fenceOf, usePlace, type Named } from '../../session/job/use-site.ts'
import css from '../../session/job/site-page.module.css'
import { useSession } from '../../session/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosition } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { ChooseDetector, useDetectorState } from './detector.tsx'
import { emptyDraft, isWithinLimits, missingCount, samplesOf } from './draft.ts'
import { ReadBack } from './read-back.tsx'
import { Readings } from './readings.tsx'
import { Result } from './result.tsx'
import { SpeakReadings, type Spoken } from './speak-readings.tsx'
import { useGasWords } from './use-gas-words.ts'

/** Hold point ①, and the same again during work and after a break. */
export const GasTestPage = () => {
  const { words } = useGasWords()
  const { job } = useParams<{ job: string }>()
  const { data } = useJobPage(job)
  const { data: rulebook } = useRulebook(data?.job)
  const record = data && 'record' in data.job ? data.job.record : undefined
  const place = usePlace(record?.application.place)
  const [round, setRound] = useState(0)
  if (!data || !rulebook || !record || !place) return null
  const lines = gasChecklist(record, rulebook, place.facts)
  if (lines === null) return <EmptyState title={words.placeUnknown} how={words.placeUnknownHow} />
  return (
    <GasTest
      key={round}
      page={data}
      record={record}
      lines={lines}
      placeName={place.name}
      fence={fenceOf(record, rulebook, place.facts)}
      onAgain={() => setRound(round + 1)}
    />
  )
}

type Step = 'readings' | 'picture' | 'read-back' | 'result'

const GasTest = ({
  page,
  record,
  lines,
  placeName,
  fence,
  onAgain,
}: {
  page: JobPage
  record: JobRecord
  lines: readonly GasLine[]
  placeName: string
  fence: ReturnType<typeof fenceOf>
  onAgain: () => void
}) => {
  const { words } = useGasWords()
  const { personId } = useSession()
  const position = usePosition(true)
  const gases = lines.filter(({ point }) => point === lines[0]?.point).map(({ gas }) => gas)
  const stateOf = useDetectorState(gases)
  const [step, setStep] = useState<Step>('readings')
  const [detector, setDetector] = useState<Named<InstrumentFacts>>()
  const [draft, setDraft] = useState(emptyDraft)
  const [picture, setPicture] = useState<Captured>()
  const [spoken, setSpoken] = useState<Spoken>()
  const fallback = useOpenFallback(record)
  const analyst = record.application.gasAnalyst ?? (personId === null ? undefined : id<PersonId>(personId))

  if (!detector) return <ChooseDetector gases={gases} onChoose={setDetector} />
  if (step === 'result') return <Result job={record.id} isGood={isWithinLimits(draft, lines)} onAgain={onAgain} />
  if (step === 'picture')
    return (
      <CaptureStep
        job={record.id}
        step="gas-test"
        label={words.pictureTaken}
        instruction={words.picture}
        frame="display"
        position={position}
        onCaptured={(captured) => {
          setPicture(captured)
          setStep('read-back')
        }}
      />
    )
  if (step === 'read-back' && picture && analyst)
    return (
      <div className={css.page}>
        <ReadBack lines={lines} draft={draft} picture={picture} />
        <PositionNote position={position} fence={fence} />
        <HandIn
          record={record}
          test={{
            samples: samplesOf(draft, lines),
            instrument: detector.facts.id,
            analyst,
            displayPicture: id<EvidenceId>(picture.evidence),
            ...(spoken ? { spoken: { ...spoken, recording: id<EvidenceId>(spoken.recording) } } : {}),
          }}
          position={position}
          onDone={() => setStep('result')}
          onChange={() => setStep('readings')}
          onDetector={() => setDetector(undefined)}
          onPicture={() => setStep('picture')}
        />
      </div>
    )
  const missing = missingCount(draft, lines)
  const why = record.work.length === 0 ? 'first' : page.job.status === 'suspended' ? 'afterBreak' : 'record'
  return (
    <div className={css.page}>
      <p className={css.place}>
        {placeName} · {words.why[why]}
      </p>
      <Card
        title={detector.name}
        tone="met"
        aside={
          <BigButton kind="quiet" wide={false} onClick={() => setDetector(undefined)}>
            {words.detector.change}
          </BigButton>
        }
      >
        <SafetyLabel state="met">{stateOf(detector).said}</SafetyLabel>
        {analyst && <p className={css.detail}>{words.analyst(page.names.people[analyst] ?? analyst)}</p>}
        <PositionNote position={position} fence={fence} />
      </Card>
      {fallback && (
        <SpeakReadings
          job={record.id}
          lines={lines}
          draft={draft}
          position={position}
          until={fallback}
          isKept={spoken !== undefined}
          onDraft={setDraft}
          onSpoken={setSpoken}
        />
      )}
      <Readings lines={lines} draft={draft} onChange={setDraft} />
      <div className={css.foot}>
        {missing > 0 && <SafetyLabel state="not-open">{words.missing(missing)}</SafetyLabel>}
        <BigButton kind="primary" disabled={missing > 0} onClick={() => setStep(picture ? 'read-back' : 'picture')}>
          {words.next}
        </BigButton>
      </div>
    </div>
  )
}

/** Until when a fallback stands for this job; undefined where none does. */
const useOpenFallback = ({ contingencies }: JobRecord): string | undefined => {
  const { now } = useUi()
  const clock = useClockText()
  const open = contingencies.find((one) => contingencyState(one, epochMs(now())) === 'open')
  return open && clock.short(open.until)
}

type Test = Omit<JobRecord['gasTests'][number], 'position' | 'by' | 'occurredAt'>

const HandIn = ({
  record,
  test,
  position,
  onDone,
  onChange,
  onDetector,
  onPicture,
}: {
  record: JobRecord
  test: Test
  position: ReturnType<typeof usePosition>
  onDone: () => void
  onChange: () => void
  onDetector: () => void
  onPicture: () => void
}) => {
  const { words } = useGasWords()
  const [, navigate] = useLocation()
  const { give, isBusy, outcome } = useJobCommand(record.id)
  const reading = readingOf(position)
  const handIn = async (): Promise<void> => {
    if (!reading) return
    const { samples, ...rest } = test
    const isTaken = await give(
      {
        type: 'RecordGasTest',
        test: {
          ...rest,
          samples: samples.map((sample) => ({ ...sample, readings: [...sample.readings] })),
          position: reading,
        },
      },
      words.label,
    )
    if (isTaken) onDone()
  }
  return (
    <>
      <CommandOutcome
        outcome={outcome}
        onRemedy={(remedy) => {
          if (remedy === 'change-instrument') return onDetector
          if (remedy === 'capture-anew') return onPicture
          if (remedy === 'test-gas') return onChange
          const path = remedyPath(record.id, remedy)
          return path === undefined ? undefined : () => navigate(path)
        }}
      />
      <div className={css.foot}>
        <BigButton kind="quiet" onClick={onChange}>
          {words.change}
        </BigButton>
        <HoldToConfirm disabled={!reading || isBusy} onConfirm={() => void handIn()}>
          {words.submit}
        </HoldToConfirm>
      </div>
    </>
  )
}
