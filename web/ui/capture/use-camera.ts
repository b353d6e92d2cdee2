import { useEffect, useRef, useState, type RefObject } from 'react'

export type Facing = 'environment' | 'user'
export type CameraState = 'starting' | 'live' | 'denied' | 'missing'

/**
 * Runs the camera into a video element while mounted and lets it go afterwards: a camera left on drains the phone and frightens people.
 * `attempt` grows when the person tries again.
 */
export const useCamera = (
  facing: Facing,
  attempt: number,
): { readonly video: RefObject<HTMLVideoElement | null>; readonly state: CameraState } => {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')

  useEffect(() => {
    let stream: MediaStream | undefined
    let ended = false
    setState('starting')

    const start = async () => {
      const opened = await openCamera(facing)
      if (typeof opened === 'string') return setState(opened)
      if (ended || !video.current) return endStream(opened)
      stream = opened
      video.current.srcObject = opened
      await video.current.play()
      setState('live')
    }
    // play() is refused when the page goes away meanwhile; the next visit starts afresh.
    start().catch(() => setState('missing'))
    return () => {
      ended = true
      if (stream) endStream(stream)
    }
  }, [facing, attempt])

  return { video, state }
}

const openCamera = async (facing: Facing): Promise<MediaStream | 'denied' | 'missing'> => {
  // Without HTTPS browsers hide the camera altogether.
  if (!navigator.mediaDevices) return 'missing'
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1080 } },
    })
  } catch (failure) {
    return failure instanceof DOMException && failure.name === 'NotAllowedError' ? 'denied' : 'missing'
  }
}

const endStream = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
