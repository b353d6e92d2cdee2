import { fileURLToPath } from 'node:url'
import sharp, { type OverlayOptions } from 'sharp'
import type { PictureLimits } from './picture-limits.ts'

/** The lines written on a picture where it is shown: permit, place, time. Words and formats are the caller's. */
export type Caption = readonly string[]

export type ServedSize = 'full' | 'thumbnail'

const edgePixelsMax = { full: 1920, thumbnail: 360 } as const satisfies Record<ServedSize, number>

/** Named as a file, because a server mostly has no Chinese font, and boxes on a piece of evidence prove nothing. */
const fontFile = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
)

/**
 * The copy that people see: turned upright, scaled, encoded anew without a trace of metadata, and with its caption burnt
 * in on a dark band, so that a screenshot of it still says what it is. A thumbnail is too small to be written on.
 */
export const drawServedCopy = async (
  original: Buffer,
  caption: Caption,
  size: ServedSize,
  limits: PictureLimits,
): Promise<Buffer> => {
  const edge = edgePixelsMax[size]
  const { data, info } = await sharp(original, { limitInputPixels: limits.pixelsMax, failOn: 'warning' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const upright = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  if (size === 'full' && caption.length > 0) upright.composite(await bandOf(caption, info.width, info.height))
  return upright.jpeg({ quality: size === 'full' ? 82 : 70, mozjpeg: false }).toBuffer()
}

/** A band over the full width at the lower edge, at most a third of the picture high. */
const bandOf = async (caption: Caption, width: number, height: number): Promise<OverlayOptions[]> => {
  const padding = Math.max(6, Math.round(width / 80))
  const text = await drawText(caption, width - 2 * padding, Math.floor(height / 3) - 2 * padding)
  const bandHeight = text.height + 2 * padding
  const band = await sharp({ create: { width, height: bandHeight, channels: 4, background: '#000000a6' } })
    .png()
    .toBuffer()
  return [
    { input: band, left: 0, top: height - bandHeight },
    { input: text.image, left: padding, top: height - bandHeight + padding },
  ]
}

/** Sharp enough to read on a phone: a line is a fortieth of the width, between 14 and 44 pixels. */
const drawText = async (caption: Caption, widthMax: number, heightMax: number) => {
  const linePixels = Math.min(44, Math.max(14, Math.round(widthMax / 40)))
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="white">${caption.map(escapeMarkup).join('\n')}</span>`,
      font: `Noto Sans SC Medium ${linePixels}`,
      fontfile: fontFile,
      // At 72 dots an inch a point is a pixel.
      dpi: 72,
      rgba: true,
      width: widthMax,
      wrap: 'word-char',
      spacing: Math.round(linePixels / 4),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  if (info.height <= heightMax && info.width <= widthMax) return { image: data, height: info.height }
  const shrunk = await sharp(data)
    .resize(widthMax, heightMax, { fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { image: shrunk.data, height: shrunk.info.height }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The text is markup to the drawing library, and a place may well be called “<R-101> & co”. */
const escapeMarkup = (line: string): string =>
  line.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>]/g, (character) => entities[character] ?? character)
