import { useEffect, useState } from 'react'
import { SafetyShape } from '../safety/safety-shape.tsx'
import { BigButton } from '../touch/big-button.tsx'
import { useUi } from '../ui-context.tsx'
import type { Flaw } from './picture-check.ts'
import { takePicture, type Picture } from './take-picture.ts'
import { useCamera, type Facing } from './use-camera.ts'
import css from './camera-view.module.css'

/** A picture taken in the app just now, by the clock that the server agrees with. */
export type Capture = Picture & { readonly takenAt: number }

/**
 * Live view with a frame for what is asked, what will be written on the picture, a big shutter and an instant check; then retake or use.
 * `stampLines` are shown as they will be written on the served copy; the kept picture stays clean. `before` are fingerprints of earlier
 * pictures of this job. There is no way to choose a file: a gallery picture is no evidence.
 */
export const CameraView = ({
  instruction,
  facing = 'environment',
  frame = 'wide',
  stampLines,
  before,
  onUse,
}: {
  instruction: string
  facing?: Facing
  frame?: 'wide' | 'portrait' | 'display'
  stampLines: readonly string[]
  before: readonly string[]
  onUse: (capture: Capture) => void
}) => {
  const { now } = useUi()
  const [taken, setTaken] = useState<Capture>()
  return taken ? (
    <Review capture={taken} stampLines={stampLines} onRetake={() => setTaken(undefined)} onUse={() => onUse(taken)} />
  ) : (
    <Viewfinder
      instruction={instruction}
      facing={facing}
      frame={frame}
      stampLines={stampLines}
      onShutter={async (video) => setTaken({ takenAt: now(), ...(await takePicture(video, before)) })}
    />
  )
}

const Viewfinder = ({
  instruction,
  facing,
  frame,
  stampLines,
  onShutter,
}: {
  instruction: string
  facing: Facing
  frame: 'wide' | 'portrait' | 'display'
  stampLines: readonly string[]
  onShutter: (video: HTMLVideoElement) => Promise<void>
}) => {
  const { words } = useUi()
  const [attempt, setAttempt] = useState(0)
  const { video, state } = useCamera(facing, attempt)
  return (
    <div className={css.camera}>
      <div className={css.stage}>
        <div className={css.print}>
          <video ref={video} className={css.picture} data-facing={facing} muted playsInline />
          {state === 'live' && <span className={css.frame} data-frame={frame} />}
          {state === 'live' && <Stamp lines={stampLines} />}
        </div>
        {state === 'starting' && <p className={css.notice}>{words.camera.starting}</p>}
        {(state === 'denied' || state === 'missing') && (
          <div className={css.notice} role="alert">
            <p>{words.camera[state]}</p>
            <BigButton onClick={() => setAttempt(attempt + 1)}>{words.camera.retry}</BigButton>
          </div>
        )}
      </div>
      <p className={css.instruction}>{instruction}</p>
      <div className={css.controls}>
        <button
          type="button"
          className={css.shutter}
          disabled={state !== 'live'}
          aria-label={words.camera.shutter}
          onClick={() => video.current && void onShutter(video.current)}
        />
      </div>
    </div>
  )
}

const Review = ({
  capture,
  stampLines,
  onRetake,
  onUse,
}: {
  capture: Capture
  stampLines: readonly string[]
  onRetake: () => void
  onUse: () => void
}) => {
  const { words } = useUi()
  const url = useObjectUrl(capture.blob)
  return (
    <div className={css.camera}>
      <div className={css.stage}>
        <div className={css.print}>
          <img src={url} className={css.picture} alt="" />
          <Stamp lines={stampLines} />
        </div>
      </div>
      <ul className={css.check} role="status">
        {capture.flaws.length === 0 && <CheckLine words={words.camera.good} />}
        {capture.flaws.map((flaw) => (
          <CheckLine key={flaw} flaw={flaw} words={words.camera.flaw[flaw]} />
        ))}
      </ul>
      <div className={css.choice}>
        <BigButton onClick={onRetake}>{words.camera.retake}</BigButton>
        <BigButton kind="primary" onClick={onUse}>
          {words.camera.use}
        </BigButton>
      </div>
    </div>
  )
}

const CheckLine = ({ flaw, words }: { flaw?: Flaw; words: string }) => (
  <li className={css.checkLine}>
    <SafetyShape state={flaw ? 'due' : 'met'} size={24} titled />
    {words}
  </li>
)

const Stamp = ({ lines }: { lines: readonly string[] }) => (
  <p className={css.stamp}>
    {lines.map((line) => (
      <span key={line}>{line}</span>
    ))}
  </p>
)

const useObjectUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
