import { presenceAt, type Presence } from '../presence/presence-at.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Facts } from './facts.ts'
import { fenceMetresMaxOf, pointsOf, strictest } from './hold-points-of.ts'
import type { GuardianDuty, JobRecord } from './job.ts'

/** What the job's permits ask of its guardians; null where none asks for a guardian at the site. */
export const guardingOf = (
  record: Pick<JobRecord, 'permits'>,
  rulebook: Rulebook,
): { readonly fenceMetresMax: number; readonly silentMinutesMax: number } | null => {
  const points = pointsOf('guardian-sign-in', record, rulebook)
  const fenceMetresMax = fenceMetresMaxOf(record, rulebook)
  const silentMinutesMax = strictest(points.map((point) => point.silentMinutesMax.value))
  return fenceMetresMax === null || silentMinutesMax === null ? null : { fenceMetresMax, silentMinutesMax }
}

/** Where somebody on duty is now, under the strictest limit of the job's permits. */
export const presenceNow = (
  duty: GuardianDuty | undefined,
  record: Pick<JobRecord, 'permits'>,
  rulebook: Rulebook,
  { heard, now }: Pick<Facts, 'heard' | 'now'>,
): Presence | undefined => {
  const guarding = guardingOf(record, rulebook)
  return duty && guarding
    ? presenceAt(duty, heard?.[duty.signIn.person], guarding.silentMinutesMax, now)
    : duty?.presence.at(-1)
}
