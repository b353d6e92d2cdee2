import { useRef, useState } from 'react'
import { useCamera } from '../capture/use-camera.ts'
import { BigButton } from '../touch/big-button.tsx'
import { useUi } from '../ui-context.tsx'
import { useQrDecoder } from './use-qr-decoder.ts'
import { useWedgeScanner } from './use-wedge-scanner.ts'
import css from './qr-scanner.module.css'

export type Scan = { readonly text: string; readonly by: 'camera' | 'wedge'; readonly scannedAt: number }

/**
 * Reads a code with the camera, or from a scanner that types. The same text is told once, until another one is seen. A stored photo cannot
 * be scanned here: a scan says that somebody stood before the thing.
 */
export const QrScanner = ({ instruction, onScan }: { instruction: string; onScan: (scan: Scan) => void }) => {
  const { words, now } = useUi()
  const [attempt, setAttempt] = useState(0)
  const { video, state } = useCamera('environment', attempt)
  const last = useRef<string>(undefined)

  const tell = (by: Scan['by']) => (text: string) => {
    if (by === 'camera' && last.current === text) return
    last.current = text
    onScan({ text, by, scannedAt: now() })
  }
  useQrDecoder(video, state === 'live', tell('camera'))
  useWedgeScanner(tell('wedge'))

  return (
    <div className={css.scanner}>
      <div className={css.stage}>
        <video ref={video} className={css.picture} muted playsInline />
        {state === 'live' && <span className={css.frame} />}
        {state === 'starting' && <p className={css.notice}>{words.camera.starting}</p>}
        {(state === 'denied' || state === 'missing') && (
          <div className={css.notice} role="alert">
            <p>{words.scan[state]}</p>
            <BigButton onClick={() => setAttempt(attempt + 1)}>{words.camera.retry}</BigButton>
          </div>
        )}
      </div>
      <p className={css.instruction}>{instruction}</p>
      <p className={css.hint}>
        {words.scan.aim}
        <br />
        {words.scan.wedge}
      </p>
    </div>
  )
}
