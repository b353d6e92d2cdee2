import sharp from 'sharp'
import { readClarity, type Clarity } from './clarity.ts'
import type { EvidenceRefusal } from '#core/evidence/evidence-refusal.ts'
import { readExif, type Exif } from './exif.ts'
import { fingerprintOf, type Fingerprint } from './fingerprint.ts'
import { judgeRecording, recordingTypeOf, type RecordingType } from './inspect-recording.ts'
import type { PictureLimits } from './picture-limits.ts'

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

export type InspectedPicture = {
  readonly type: PictureType | RecordingType
  readonly widthPixels: number
  readonly heightPixels: number
  readonly fingerprint: Fingerprint | null
  readonly clarity: Clarity
  readonly exif: Exif | null
}

export type Inspection =
  | { readonly accepted: true; readonly picture: InspectedPicture }
  | { readonly accepted: false; readonly refusals: readonly EvidenceRefusal[] }

/**
 * Whether the bytes are a picture that we can vouch for. Told by the bytes alone: names and declared types are claims.
 * The size in the header is judged before a single pixel is unpacked, so that a small file which unfolds to gigabytes
 * costs nothing.
 */
export const inspectPicture = async (
  bytes: Buffer,
  claimedType: string | undefined,
  limits: PictureLimits,
): Promise<Inspection> => {
  if (bytes.byteLength > limits.bytesMax) {
    return refuse({ code: 'picture-too-many-bytes', params: { bytes: bytes.byteLength, bytesMax: limits.bytesMax } })
  }
  const recording = recordingTypeOf(bytes)
  if (recording !== undefined) return inspectRecording(bytes, recording, claimedType)
  const type = typeOf(bytes)
  if (type === undefined) {
    return refuse({ code: 'picture-type-unfit', params: { found: nameOfForeign(bytes), accepted: pictureTypes } })
  }
  if (claimedType !== undefined && claimedType !== type) {
    return refuse({ code: 'picture-type-mismatch', params: { claimed: claimedType.slice(0, 100), found: type } })
  }
  const size = await readSize(bytes)
  if (size === undefined) return refuse({ code: 'picture-unreadable', params: {} })
  const sizeRefusal = judgeSize(size, limits)
  return sizeRefusal ? refuse(sizeRefusal) : readPixels(bytes, type, size, limits)
}

/** Sound has neither edges nor a fingerprint; what can be vouched for is that it is sound and as long as speech. */
const inspectRecording = (bytes: Buffer, type: RecordingType, claimedType: string | undefined): Inspection => {
  const refusals = judgeRecording(bytes, type, claimedType)
  return refusals.length > 0
    ? { accepted: false, refusals }
    : {
        accepted: true,
        picture: { type, widthPixels: 0, heightPixels: 0, fingerprint: null, clarity: noClarity, exif: null },
      }
}
const noClarity: Clarity = { brightness: 0, sharpness: 0, advice: [] }

type Size = { readonly widthPixels: number; readonly heightPixels: number }

const refuse = (refusal: EvidenceRefusal): Inspection => ({ accepted: false, refusals: [refusal] })

const judgeSize = ({ widthPixels, heightPixels }: Size, limits: PictureLimits): EvidenceRefusal | undefined => {
  const pixels = widthPixels * heightPixels
  if (pixels > limits.pixelsMax) {
    return { code: 'picture-too-many-pixels', params: { pixels, pixelsMax: limits.pixelsMax } }
  }
  if (Math.min(widthPixels, heightPixels) < limits.edgePixelsMin) {
    return { code: 'picture-too-small', params: { widthPixels, heightPixels, edgePixelsMin: limits.edgePixelsMin } }
  }
  return undefined
}

/** The header only. The library's own limit is off here, because it would hide how large the picture claims to be. */
const readSize = async (bytes: Buffer): Promise<Size | undefined> => {
  try {
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (!(width > 0) || !(height > 0)) return undefined
    return { widthPixels: autoOrient.width, heightPixels: autoOrient.height }
  } catch {
    return undefined
  }
}

/** Unpacks once to a small grey picture, from which everything measured is derived. A torn or false picture ends here. */
const readPixels = async (bytes: Buffer, type: PictureType, size: Size, limits: PictureLimits): Promise<Inspection> => {
  try {
    const grey = await sharp(bytes, { limitInputPixels: limits.pixelsMax, failOn: 'warning' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(512, 512, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raster = { pixels: grey.data, width: grey.info.width, height: grey.info.height }
    const [fingerprint, exif] = await Promise.all([fingerprintOf(raster), readExif(bytes)])
    return { accepted: true, picture: { type, ...size, fingerprint, clarity: readClarity(raster), exif } }
  } catch {
    return refuse({ code: 'picture-unreadable', params: {} })
  }
}

const startsWith = (bytes: Buffer, signature: string, at = 0): boolean =>
  bytes.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'))

const typeOf = (bytes: Buffer): PictureType | undefined => {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp'
  return undefined
}

/** What it is instead, as far as it can be told; it helps the sender to see which file was taken by mistake. */
const nameOfForeign = (bytes: Buffer): string => {
  if (bytes.byteLength === 0) return 'empty'
  if (startsWith(bytes, 'ftyp', 4)) return startsWith(bytes, 'he', 8) || startsWith(bytes, 'mif1', 8) ? 'heic' : 'video'
  if (startsWith(bytes, 'GIF8')) return 'gif'
  if (startsWith(bytes, '%PDF')) return 'pdf'
  if (startsWith(bytes, 'PK\x03\x04')) return 'zip'
  if (startsWith(bytes, 'BM')) return 'bmp'
  if (/^\s*(<\?xml|<svg|<!doctype|<html)/i.test(bytes.subarray(0, 200).toString('latin1'))) return 'markup'
  return 'unknown'
}
