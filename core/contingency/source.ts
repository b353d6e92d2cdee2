import type { SourceId } from '../ids.ts'
import type { SourceKind } from '../rulebook/contingency-mode.ts'
import { minutesBetween, type EpochMs } from '../time/epoch.ts'

/** One thing that speaks to us by itself; `null`: it was never heard. */
export type Source = { readonly id: SourceId; readonly kind: SourceKind; readonly lastHeardAt: EpochMs | null }

/** Unknown means silent: never heard, heard too long ago, or heard in the future by some wrong clock. */
export const isSilent = ({ lastHeardAt }: Source, silentMinutesMin: number, now: EpochMs): boolean =>
  lastHeardAt === null || !isWithin(minutesBetween(lastHeardAt, now), silentMinutesMin)

const isWithin = (minutes: number, minutesMax: number): boolean => 0 <= minutes && minutes < minutesMax
