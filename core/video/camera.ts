import type { EquipmentId } from '../ids.ts'
import { minutesBetween, type EpochMs } from '../time/epoch.ts'

/** Where the gas may be at any time, in normal operation, or seldom (GB 3836); dust and mines have letters of their own. */
export const protectionLevels = ['Ga', 'Gb', 'Gc', 'Da', 'Db', 'Dc', 'Ma', 'Mb'] as const
export type ProtectionLevel = (typeof protectionLevels)[number]

/** What watches a place. A camera with a recorder is heard through it; one with a memory of its own is carried to the work. */
export type Camera = {
  readonly id: EquipmentId
  readonly state: 'in-service' | 'faulty'
  readonly since: EpochMs
  /** As on its plate, such as `Ex db IIC T6 Gb`; null where it has none. */
  readonly explosionRating: string | null
  /** `null`: it keeps its recordings itself and there is nothing to hear; else when its recorder last said that it records. */
  readonly recorder: { readonly lastHeardAt: EpochMs | null } | null
  readonly revision: string
}

/** The equipment protection level that a plate ends with; a plate without one that can be read says nothing. */
export const protectionOf = (explosionRating: string | null): ProtectionLevel | null => {
  if (explosionRating === null || !/^Ex\b/.test(explosionRating)) return null
  const last = explosionRating.trim().split(/\s+/).at(-1)
  return protectionLevels.find((level) => level === last) ?? null
}

/** Unknown means silent: never heard, too long ago, or in the future by some wrong clock. */
export const isHeard = ({ recorder }: Camera, silentMinutesMax: number, now: EpochMs): boolean => {
  if (recorder === null) return true
  if (recorder.lastHeardAt === null) return false
  const minutes = minutesBetween(recorder.lastHeardAt, now)
  return 0 <= minutes && minutes <= silentMinutesMax
}
