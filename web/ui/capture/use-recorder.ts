import { useEffect, useRef, useState } from 'react'

export type Recording = { readonly blob: Blob; readonly takenAt: number; readonly heard: string }
export type RecorderState = 'idle' | 'recording' | 'denied'

type Recogniser = {
  lang: string
  continuous: boolean
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onerror: (() => void) | null
  start: () => void
  stop: () => void
}
type RecogniserClass = new () => Recogniser

/** Nobody needs longer for four numbers; the server takes no more either. */
const secondsMax = 60

/**
 * Records speech, and where the browser can recognise it also what was said. Recognition may fail at any time; the recording is
 * what counts, the words are help.
 */
export const useRecorder = (
  { locale, now }: { readonly locale: string; readonly now: () => number },
  onRecorded: (recording: Recording) => void,
) => {
  const [state, setState] = useState<RecorderState>('idle')
  const stopNow = useRef<() => void>(undefined)
  useEffect(() => () => stopNow.current?.(), [])

  const start = async (): Promise<void> => {
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      setState('denied')
      return
    }
    const recorder = new MediaRecorder(stream)
    const parts: Blob[] = []
    let heard = ''
    const recogniser = createRecogniser(locale, (words) => {
      heard = words
    })
    const takenAt = now()
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      setState('idle')
      onRecorded({ blob: new Blob(parts, { type: recorder.mimeType }), takenAt, heard })
    }
    const timer = setTimeout(() => stopNow.current?.(), secondsMax * 1000)
    stopNow.current = () => {
      clearTimeout(timer)
      recogniser?.stop()
      if (recorder.state !== 'inactive') recorder.stop()
    }
    recorder.start()
    setState('recording')
  }
  return { state, start, stop: () => stopNow.current?.() }
}

const createRecogniser = (locale: string, onHeard: (words: string) => void): Recogniser | undefined => {
  const browser = globalThis as { SpeechRecognition?: RecogniserClass; webkitSpeechRecognition?: RecogniserClass }
  const Recogniser = browser.SpeechRecognition ?? browser.webkitSpeechRecognition
  if (!Recogniser) return undefined
  const recogniser = new Recogniser()
  recogniser.lang = locale
  recogniser.continuous = true
  recogniser.onresult = ({ results }) => onHeard(Array.from(results, (one) => one[0]?.transcript ?? '').join(''))
  recogniser.onerror = () => undefined
  recogniser.start()
  return recogniser
}
