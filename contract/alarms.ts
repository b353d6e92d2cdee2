import { z } from 'zod'
import type { AlarmCode, AlarmResult } from '#core/alarms/alarm.ts'
import type { Owner } from '#core/job/refusal.ts'
import { instant } from './values.ts'

export const alarmQuery = z.object({
  code: z.string().max(2).optional(),
  unit: z.string().max(80).optional(),
  state: z.enum(['open', 'ended', 'all']).default('open'),
  after: z.string().max(120).optional(),
})
export type AlarmQuery = z.output<typeof alarmQuery>

export const closeAlarmRequest = z.strictObject({ occurredAt: instant, result: z.string().trim().min(2).max(500) })

/** One alarm of any job: who puts it right, since when, and how it came to its end. */
export type AlarmLine = {
  readonly id: string
  readonly code: AlarmCode
  readonly job: string
  readonly content: string | null
  readonly number: string | null
  readonly place: string | null
  /** What the plant calls it. */
  readonly unit: string | null
  readonly owner: Owner
  /** Names, where the job says whose part it is. */
  readonly owners: readonly string[]
  readonly startedAt: number
  readonly endedAt: number | null
  readonly result: AlarmResult | null
  readonly endedBy: string | null
  readonly note: string
}

/** `GET /api/alarms`: open ones first by age, ended ones the latest first. */
export type AlarmPage = {
  readonly now: number
  readonly lines: readonly AlarmLine[]
  readonly after: string | null
  readonly open: number
  readonly codes: readonly { readonly value: AlarmCode; readonly count: number }[]
  readonly units: readonly { readonly value: string; readonly name: string; readonly count: number }[]
}
