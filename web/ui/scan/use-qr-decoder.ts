import { useEffect, useEffectEvent, type RefObject } from 'react'

const frameWidth = 640
const betweenFramesMs = 120

/** Reads the running camera picture again and again in a worker, and tells each text it finds. */
export const useQrDecoder = (
  video: RefObject<HTMLVideoElement | null>,
  active: boolean,
  onText: (text: string) => void,
): void => {
  const found = useEffectEvent(onText)
  useEffect(() => {
    if (!active) return
    const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
    const canvas = document.createElement('canvas')
    let timer: ReturnType<typeof setTimeout>

    const look = () => {
      const frame = video.current && frameOf(video.current, canvas)
      if (frame) worker.postMessage(frame, [frame.data.buffer])
      else timer = setTimeout(look, betweenFramesMs)
    }
    worker.onmessage = ({ data }: MessageEvent<string | null>) => {
      if (data) found(data)
      timer = setTimeout(look, betweenFramesMs)
    }
    look()
    return () => {
      clearTimeout(timer)
      worker.terminate()
    }
  }, [active, video])
}

const frameOf = (video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined => {
  if (video.videoWidth === 0) return undefined
  canvas.width = frameWidth
  canvas.height = Math.round((frameWidth * video.videoHeight) / video.videoWidth)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}
