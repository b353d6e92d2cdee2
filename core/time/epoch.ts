/** An instant: milliseconds since 1970-01-01T00:00Z. Branded, so that a duration or a count is never taken for one. */
export type EpochMs = number & { readonly unit: 'epoch-ms' }

/** A calendar day `YYYY-MM-DD` in the plant's time zone. Two of them compare as strings. */
export type IsoDate = string & { readonly unit: 'iso-date' }

/** A time of day `HH:MM` in the plant's time zone. */
export type TimeOfDay = string & { readonly unit: 'time-of-day' }

export const epochMs = (value: number): EpochMs => value as EpochMs
export const isoDate = (value: string): IsoDate => value as IsoDate

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

/** Shifts an instant by whole or broken minutes; negative goes back. */
export const addMinutes = (at: EpochMs, minutes: number): EpochMs => (at + minutes * minuteMs) as EpochMs
export const addHours = (at: EpochMs, hours: number): EpochMs => (at + hours * hourMs) as EpochMs
export const minutesBetween = (from: EpochMs, to: EpochMs): number => (to - from) / minuteMs

export const earliest = (a: EpochMs, b: EpochMs): EpochMs => (a < b ? a : b)
export const latest = (a: EpochMs, b: EpochMs): EpochMs => (a > b ? a : b)
