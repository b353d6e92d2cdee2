import type { GuardianDuty } from '../job/job.ts'
import type { PresenceState } from '../job/site-records.ts'
import { latest, minutesBetween, type EpochMs } from '../time/epoch.ts'

export type Presence = { readonly state: PresenceState; readonly since: EpochMs }

/**
 * Where a guardian is at this moment, as far as anybody can know. Silence is derived from when the guardian was last heard
 * and never waits for a ticker to write it down: whoever was not heard of within the limit is not inside.
 */
export const presenceAt = (
  { presence }: Pick<GuardianDuty, 'presence'>,
  heardAt: EpochMs | undefined,
  silentMinutesMax: number,
  now: EpochMs,
): Presence | undefined => {
  const last = presence.at(-1)
  if (last?.state !== 'inside') return last
  // A sign of life from the future is none: some clock is wrong.
  const lastHeardAt = heardAt !== undefined && heardAt <= now ? latest(last.since, heardAt) : last.since
  return minutesBetween(lastHeardAt, now) <= silentMinutesMax ? last : { state: 'silent', since: lastHeardAt }
}
