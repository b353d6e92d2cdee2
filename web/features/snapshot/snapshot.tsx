import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import { id, type EvidenceId, type JobId } from '#core/ids.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import { epochMs } from '#core/time/epoch.ts'
import { CaptureStep, PictureRow, type Captured } from '../../session/job/capture-step.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { readingOf } from '../../session/job/position-note.tsx'
import { remedyPath } from '../../session/job/remedy-paths.ts'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosition, type Position } from '../../ui/place/use-position.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { useWakeLock } from '../../ui/wake/use-wake-lock.ts'
import { SnapshotRecord } from './snapshot-record.tsx'

type Picture = 'work-face' | 'guardian'

/** Hold point ④: at each due time the work face and the guardian, one picture after the other. */
export const SnapshotPage = () => {
  const { snapshot: words } = useWords()
  const { job } = useParams<{ job: string }>()
  const { data } = useJobPage(job)
  const { data: rulebook } = useRulebook(data?.job)
  useWakeLock(true)
  if (!data || !rulebook) return null
  if (!('record' in data.job)) return <EmptyState title={words.notAsked} how="" />
  const asked = [...new Set(pointsOf('snapshot', data.job.record, rulebook).flatMap(({ pictures }) => pictures))]
  if (asked.length === 0) return <EmptyState title={words.notAsked} how="" />
  return <Snapshot job={data.job.record.id} page={data} asked={asked} />
}

const Snapshot = ({ job, page, asked }: { job: JobId; page: JobPage; asked: readonly Picture[] }) => {
  const { snapshot: words } = useWords()
  const position = usePosition(true)
  const [isTaking, setTaking] = useState(false)
  const [taken, setTaken] = useState<{ readonly [P in Picture]?: Captured }>({})
  const next = asked.find((picture) => taken[picture] === undefined)
  const isAtWork = page.job.status === 'active' || page.job.status === 'suspended'
  const anew = () => setTaken({})

  if (!isTaking)
    return (
      <div className={css.page}>
        <SnapshotRecord duties={page.duties} />
        <div className={css.foot}>
          {isAtWork ? (
            <BigButton kind="primary" onClick={() => setTaking(true)}>
              {words.begin}
            </BigButton>
          ) : (
            <p className={css.place}>{words.notNow}</p>
          )}
        </div>
      </div>
    )
  if (next)
    return (
      <CaptureStep
        key={next}
        job={job}
        step="snapshot"
        label={words.taken[next]}
        instruction={next === 'guardian' ? words.guardian : words.workFace}
        facing={next === 'guardian' ? 'user' : 'environment'}
        frame={next === 'guardian' ? 'portrait' : 'wide'}
        position={position}
        onCaptured={(captured) => setTaken({ ...taken, [next]: captured })}
      />
    )
  return <HandIn job={job} page={page} asked={asked} taken={taken} position={position} onAnew={anew} />
}

/** Hands both in by itself: after two pictures there is nothing left to ask. */
const HandIn = ({
  job,
  page,
  asked,
  taken,
  position,
  onAnew,
}: {
  job: JobId
  page: JobPage
  asked: readonly Picture[]
  taken: { readonly [P in Picture]?: Captured }
  position: Position
  onAnew: () => void
}) => {
  const { snapshot: words } = useWords()
  const [, navigate] = useLocation()
  const { give, isBusy, outcome } = useJobCommand(job)
  const pictures = asked.flatMap((picture) => taken[picture] ?? [])

  const handIn = useEffectEvent(() => {
    const workFace = taken['work-face'] ?? taken.guardian
    const guardian = taken.guardian ?? taken['work-face']
    if (!workFace || !guardian) return
    const reading = readingOf(position)
    void give(
      {
        type: 'RecordSnapshot',
        snapshot: {
          workFace: id<EvidenceId>(workFace.evidence),
          guardian: id<EvidenceId>(guardian.evidence),
          ...(reading ? { position: reading } : {}),
          capturedAt: epochMs(Math.round(Math.max(...pictures.map(({ takenAt }) => takenAt)))),
        },
      },
      words.label,
    )
  })
  useEffect(() => handIn(), [])

  return (
    <div className={css.page}>
      <p className={css.done} role="status">
        <SafetyShape
          state={outcome.kind === 'done' ? 'met' : outcome.kind === 'refused' ? 'stopped' : 'must'}
          size={56}
        />
        {outcome.kind === 'done' ? words.done : words.sending}
      </p>
      <Card>
        {asked.map((picture) => {
          const captured = taken[picture]
          return captured && <PictureRow key={picture} name={words.taken[picture]} {...captured} />
        })}
      </Card>
      <CommandOutcome
        outcome={outcome}
        onRemedy={(remedy) => {
          const path = remedyPath(job, remedy)
          return remedy === 'capture-anew' ? onAnew : path === undefined ? undefined : () => navigate(path)
        }}
      />
      <SnapshotRecord duties={page.duties} />
      <div className={css.foot}>
        {outcome.kind === 'refused' && (
          <BigButton onClick={() => handIn()} disabled={isBusy}>
            {words.again}
          </BigButton>
        )}
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${job}`)}>
          {words.toJob}
        </BigButton>
      </div>
    </div>
  )
}
