import exifr from 'exifr'
import { toStorable } from '../storable-text.ts'

/** What the camera wrote into the file, kept apart: it names devices and homes, and anybody can write it. */
export type Exif = {
  readonly make?: string
  readonly model?: string
  readonly software?: string
  /** As written by the camera: its local time, mostly without a zone. */
  readonly takenAtText?: string
  readonly latitude?: number
  readonly longitude?: number
}

const tags = [
  'Make',
  'Model',
  'Software',
  'DateTimeOriginal',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
]

/** Null where there is none or it is broken: EXIF proves nothing, so its absence is no fault. */
export const readExif = async (bytes: Buffer): Promise<Exif | null> => {
  try {
    const found: unknown = await exifr.parse(bytes, { pick: tags, reviveValues: false })
    if (typeof found !== 'object' || found === null) return null
    const fields = found as Readonly<Record<string, unknown>>
    const exif: Exif = {
      ...textOf('make', fields['Make']),
      ...textOf('model', fields['Model']),
      ...textOf('software', fields['Software']),
      ...textOf('takenAtText', fields['DateTimeOriginal']),
      ...numberOf('latitude', fields['latitude'], 90),
      ...numberOf('longitude', fields['longitude'], 180),
    }
    return Object.keys(exif).length === 0 ? null : exif
  } catch {
    return null
  }
}

const textLengthMax = 120

/** A NUL is legal in EXIF and impossible in a database text; so is half of the character that the cut went through. */
const textOf = <K extends string>(name: K, value: unknown): { readonly [N in K]?: string } => {
  if (typeof value !== 'string') return {}
  const text = toStorable(
    value
      .replaceAll(/\p{Cc}/gu, '')
      .trim()
      .slice(0, textLengthMax),
  )
  return text === '' ? {} : ({ [name]: text } as { readonly [N in K]: string })
}

const numberOf = <K extends string>(name: K, value: unknown, bound: number): { readonly [N in K]?: number } =>
  typeof value === 'number' && Math.abs(value) <= bound ? ({ [name]: value } as { readonly [N in K]: number }) : {}
