import type { EpochMs } from './epoch.ts'

/** Two clocks differ by a little always; beyond this one of them is wrong, and somebody must set it. */
export const clockDriftSecondsMax = 60

/**
 * How far the clock is behind what was recorded by it already. Time never goes back: decisions go on at the last recorded
 * instant, so a clock that was set back makes nothing valid again; but until it is set right nothing gets older either.
 */
export const secondsBehind = (now: EpochMs, lastRecordedAt: EpochMs | null): number | null => {
  const behind = lastRecordedAt === null ? 0 : (lastRecordedAt - now) / 1000
  return behind > clockDriftSecondsMax ? Math.round(behind) : null
}
