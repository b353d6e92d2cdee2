import { useEffect, useEffectEvent, useState } from 'react'
import type { z } from 'zod'
import type { captureReceipt, CaptureStepName } from '#contract/evidence.ts'
import { CameraView, type Capture } from '../../ui/capture/camera-view.tsx'
import type { Facing } from '../../ui/capture/use-camera.ts'
import type { Position } from '../../ui/place/use-position.ts'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { useUi } from '../../ui/ui-context.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useWords } from '../language.tsx'
import type { EntryState } from '../outbox/entry.ts'
import { useOutboxEntries } from '../outbox/use-outbox.ts'
import { SavedMark } from '../outbox/saved-mark.tsx'
import type { Problem } from '../problem.ts'
import css from './capture-step.module.css'
import { useCapture } from './use-capture.ts'
import { useEvidenceReasons } from './use-evidence-reasons.ts'

/** A picture that the server has taken as evidence. */
export type Captured = {
  readonly evidence: string
  readonly takenAt: number
  readonly blob: Blob
  readonly isNear: boolean
  readonly saved: EntryState
}

type Asked = {
  readonly job: string
  readonly step: CaptureStepName
  readonly label: string
  readonly instruction: string
  readonly position: Position
  readonly facing?: Facing
  readonly frame?: 'wide' | 'portrait' | 'display'
  /** The printed code that this picture is of, as it was scanned. */
  readonly code?: string
  readonly onCaptured: (captured: Captured) => void
}

/**
 * One picture from the viewfinder to the server's receipt. Each has a capture ticket of its own, because a ticket serves one picture.
 * Without a network the picture waits on the phone, and the step goes on by itself as soon as it has gone out.
 */
export const CaptureStep = (asked: Asked) => {
  const [attempt, setAttempt] = useState(0)
  return <OneTry key={attempt} {...asked} onAgain={() => setAttempt(attempt + 1)} />
}

const OneTry = ({
  job,
  step,
  label,
  instruction,
  position,
  facing,
  frame,
  code,
  onCaptured,
  onAgain,
}: Asked & { onAgain: () => void }) => {
  const words = useWords().capture
  const { now } = useUi()
  const clock = useClockText()
  const { ticket, failure, handIn } = useCapture(job, step)
  const [used, setUsed] = useState<{ readonly ticket: string; readonly capture: Capture }>()
  const state = useOutboxEntries().find(
    ({ submission }) => used !== undefined && submission.headers?.['capture-ticket'] === used.ticket,
  )?.state

  const captured = useEffectEvent((saved: EntryState & { readonly at: 'server' }, capture: Capture) => {
    const { evidence } = saved.answer as z.infer<typeof captureReceipt>
    onCaptured({
      evidence: evidence.id,
      takenAt: capture.takenAt,
      blob: capture.blob,
      isNear: evidence.reuse.kind !== 'none',
      saved,
    })
  })
  useEffect(() => {
    if (state?.at === 'server' && used) captured(state, used.capture)
  }, [state, used])

  if (used)
    return (
      <div className={css.note}>
        <PictureRow name={label} blob={used.capture.blob} saved={state ?? { at: 'sending' }} />
        {state?.at === 'refused' && <Refused problem={state.problem} onAgain={onAgain} />}
      </div>
    )
  if (failure !== undefined && !ticket) return <FailureNotice error={failure} onRetry={onAgain} />
  if (!ticket) return <p className={css.note}>{words.preparing}</p>
  const where = position.status === 'known' ? words.position.known(Math.ceil(position.accuracyMetres)) : ''
  return (
    <div className={css.full}>
      <CameraView
        instruction={instruction}
        {...(facing ? { facing } : {})}
        {...(frame ? { frame } : {})}
        stampLines={[...ticket.caption, clock.full(now()), ...(where ? [where] : [])]}
        before={[]}
        onUse={(capture) => {
          setUsed({ ticket: ticket.ticket, capture })
          void handIn(capture, { label, position, ...(code === undefined ? {} : { code }) })
        }}
      />
    </div>
  )
}

/** Why the server did not take it, every reason with what to do. */
const Refused = ({ problem, onAgain }: { problem: Problem; onAgain: () => void }) => {
  const { capture: words, session } = useWords()
  const reasons = useEvidenceReasons(problem)
  return (
    <section role="alert" className={css.reasons}>
      {reasons.length === 0 ? (
        <p>{session.refused.other(problem.code)}</p>
      ) : (
        reasons.map((reason) => (
          <p key={reason}>
            <SafetyShape state="stopped" size={22} /> {reason}
          </p>
        ))
      )}
      <BigButton kind="primary" onClick={onAgain}>
        {words.takeAgain}
      </BigButton>
    </section>
  )
}

/** A taken picture in one line: what it shows, where it is kept, and whether it looks like an earlier one. */
export const PictureRow = ({
  name,
  blob,
  saved,
  isNear = false,
}: {
  name: string
  blob: Blob
  saved: EntryState
  isNear?: boolean
}) => {
  const words = useWords().capture
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return (
    <div className={css.row}>
      <img src={url} alt="" className={css.thumb} />
      <span className={css.text}>
        <span className={css.name}>{name}</span>
        <SavedMark state={saved} />
        {isNear && (
          <span className={css.near}>
            <SafetyLabel state="due">{words.near}</SafetyLabel>
          </span>
        )}
      </span>
    </div>
  )
}
