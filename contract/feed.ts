import { z } from 'zod'
import { instant } from './values.ts'

/** Under which code and name the plant reports; `null` switches the feed off. */
export const feedSettings = z
  .strictObject({ companyCode: z.string().trim().min(1).max(64), companyName: z.string().trim().min(1).max(120) })
  .nullable()

export const replayRequest = z.strictObject({
  from: instant,
  after: z.string().min(1).max(80).nullable().default(null),
})

export const resendRequest = z.strictObject({ key: z.string().min(1).max(200) })

export const feedProblems = [
  'park-unreachable',
  'park-timed-out',
  'park-busy',
  'park-sign-in-refused',
  'park-answer-unreadable',
  'park-feed-off',
  'park-declined',
  'counterpart-failed',
  'payload-unreadable',
] as const
/** Why a record has not been taken; `fields` are those of our own check, `FIELD rule`. */
export type FeedProblem = (typeof feedProblems)[number]

export type FeedLine = {
  readonly key: string
  readonly kind: 'ticket' | 'alarm'
  readonly job: string
  readonly permit: string | null
  readonly number: string | null
  readonly content: string | null
  readonly alarmCode: string | null
  readonly state: 'queued' | 'sent' | 'declined'
  readonly attempts: number
  readonly queuedAt: number
  readonly sentAt: number | null
  readonly nextAttemptAt: number
  readonly receipt: string | null
  readonly problem: FeedProblem | null
  readonly faults: readonly { readonly field: string; readonly rule: string }[]
}

/** `GET /api/feed`: what waits, what was declined, what went out last. */
export type FeedPage = {
  readonly now: number
  readonly settings: z.output<typeof feedSettings>
  readonly counts: { readonly queued: number; readonly declined: number; readonly sent: number }
  readonly waitingSince: number | null
  readonly lines: readonly FeedLine[]
}
