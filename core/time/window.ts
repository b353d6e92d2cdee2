import type { EpochMs } from './epoch.ts'

/** The time a permit is for (实施时间): from inclusive, to exclusive. */
export type Window = { readonly from: EpochMs; readonly to: EpochMs }

export const windowsOverlap = (a: Window, b: Window): boolean => a.from < b.to && b.from < a.to

/** Closed at the start and open at the end: at `to` the time is over. */
export const isWithin = (at: EpochMs, window: Window): boolean => window.from <= at && at < window.to
