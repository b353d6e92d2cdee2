import { checkPicture, type Grey, type PictureCheck } from './picture-check.ts'

/** Long side of what is kept: a gas display can still be read, and a picture stays far below half a megabyte. */
const longSideMax = 1600
const jpegQuality = 0.85
/** The size at which the marks of `checkPicture` were found. */
const checkLongSide = 512

export type Picture = PictureCheck & { readonly blob: Blob; readonly width: number; readonly height: number }

/** One frame of the running camera as a JPEG, checked. Drawn anew, so nothing but pixels leaves the page. */
export const takePicture = async (video: HTMLVideoElement, before: readonly string[]): Promise<Picture> => {
  const scale = Math.min(1, longSideMax / Math.max(video.videoWidth, video.videoHeight))
  const width = Math.round(video.videoWidth * scale)
  const height = Math.round(video.videoHeight * scale)
  const canvas = draw(video, width, height)
  const check = checkPicture(toGrey(video), before)
  return { ...check, width, height, blob: await toJpeg(canvas) }
}

const draw = (video: HTMLVideoElement, width: number, height: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  contextOf(canvas).drawImage(video, 0, 0, width, height)
  return canvas
}

const toGrey = (video: HTMLVideoElement): Grey => {
  const scale = checkLongSide / Math.max(video.videoWidth, video.videoHeight)
  const width = Math.round(video.videoWidth * scale)
  const height = Math.round(video.videoHeight * scale)
  const { data } = contextOf(draw(video, width, height)).getImageData(0, 0, width, height)
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
  return { width, height, pixels }
}

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser cannot draw')
  return context
}

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))),
      'image/jpeg',
      jpegQuality,
    ),
  )
