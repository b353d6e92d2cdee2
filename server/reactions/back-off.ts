import { addMinutes, epochMs, latest, type EpochMs } from '#core/time/epoch.ts'

const firstWaitMs = 5_000
const waitMinutesMax = 15

/**
 * When to try again after this many failed tries: 5 s, 10 s, 20 s … up to a quarter of an hour, for ever. Nothing is given
 * up by itself; a counterpart may ask for a longer wait.
 */
export const nextAttemptAt = (now: EpochMs, failedTries: number, waitSecondsMin = 0): EpochMs => {
  // The exponent is bounded, so that a thousand tries do not reach infinity.
  const waitMs = firstWaitMs * 2 ** Math.min(Math.max(failedTries - 1, 0), 20)
  const own = Math.min(now + waitMs, addMinutes(now, waitMinutesMax))
  return latest(epochMs(own), epochMs(now + waitSecondsMin * 1000))
}
