import { z } from 'zod'
import type { PresenceState } from '#core/job/site-records.ts'
import type { Placing } from '#core/presence/transition.ts'
import type { MyAlarmKind } from '#core/job/alarm-kind.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { JobStatus, StopReason } from '#core/job/job.ts'
import { instant, position } from './values.ts'
import type { MyJob } from './me.ts'
import type { ObligationKind } from '#core/job/obligations.ts'

/**
 * A sign of life of a guardian on duty. Its age travels instead of its time, so that a phone's wrong clock does no harm;
 * a phone that knows no position says so and is heard all the same.
 */
export const heartbeatRequest = z.strictObject({
  position: position.nullable(),
  ageSeconds: z.number().min(0).max(86_400),
})

export type HeartbeatAnswer = {
  readonly state: PresenceState
  readonly since: EpochMs
  readonly placing: Placing
  readonly distanceMetres: number | null
  readonly accuracyMetres: number | null
  readonly metresMax: number
  readonly silentMinutesMax: number
  readonly status: JobStatus
}

/** Jobs that the signed-in person guards at this moment: `GET /api/me/guarding`. */
export type MyGuarding = {
  readonly now: EpochMs
  readonly jobs: readonly { readonly job: string; readonly place: string; readonly state: PresenceState }[]
}

export const pin = z.string().regex(/^\d{6}$/, 'no-six-digits')
/** One's own number, set or replaced by one's own password. */
export const pinRequest = z.strictObject({ password: z.string().min(1).max(200), pin })

/** Signing in without a picture: the site's code, one's own number, and a second person with theirs on the same phone. */
export const codeSignInRequest = z.strictObject({
  occurredAt: instant,
  siteCode: z.string().min(1).max(600),
  pin,
  second: z.strictObject({ login: z.string().min(1).max(80), pin }),
  position,
})

/** What is wrong now and concerns whoever asks, the worst first: `GET /api/me/alarms`. */
export type MyAlarm = {
  readonly kind: MyAlarmKind
  readonly job: MyJob
  readonly since: EpochMs
  /** Whom it is about. */
  readonly person: string | null
  /** Who has to act: people by name, or whoever holds an authority. */
  readonly acts: { readonly people: readonly string[] } | { readonly authority: string }
  readonly duty?: ObligationKind
  readonly reason?: StopReason
}
export type MyAlarms = {
  readonly now: EpochMs
  readonly alarms: readonly MyAlarm[]
  readonly people: { readonly [person: string]: string }
}
