import { z } from 'zod'
import type { Contingency, ContingencyState } from '#core/contingency/contingency.ts'
import type { DebtOutcome } from '#core/contingency/debt.ts'
import type { Source } from '#core/contingency/source.ts'
import type { JobId } from '#core/ids.ts'
import type { ContingencyMode } from '#core/rulebook/contingency-mode.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { AnswerNames } from './names.ts'
import { equipmentId, instant, levelId, operationId, personId, placeId, longText, shortText } from './values.ts'

/** `GET /api/contingencies`: what is heard, what stands in for it, and what is owed. */
export type ContingencyView = {
  readonly now: EpochMs
  readonly sources: readonly (Source & {
    readonly name: string
    readonly modes: readonly string[]
    readonly isSilent: boolean
  })[]
  readonly modes: readonly ContingencyMode[]
  readonly contingencies: readonly (Contingency & { readonly state: ContingencyState })[]
  readonly debts: readonly DebtView[]
  readonly names: AnswerNames
}

export type DebtView = {
  readonly job: JobId
  readonly debt: string
  readonly content: string
  readonly place: string
  readonly madeAt: EpochMs
  readonly dueAt: EpochMs
  readonly isOverdue: boolean
  /** The number of the emergency ticket; null where a reading was spoken. */
  readonly ticket: string | null
  /** Whose it is: a right, and some of those who hold it. */
  readonly authority: string
  readonly holders: readonly string[]
  /** Whom it has gone up to, or goes up to once it is overdue. */
  readonly escalateTo: string | null
  readonly settledAt: EpochMs | null
  readonly settledBy: string | null
  readonly verdict: DebtOutcome['verdict'] | null
}

export const declareRequest = z.strictObject({ mode: shortText, source: equipmentId, hours: z.number().max(1000) })
export const heartbeatOfSource = z.strictObject({ at: instant.exactOptional() })

const batchMax = 50
/** Paper tickets of one operation, printed before they are needed. */
export const batchRequest = z.strictObject({ operation: operationId, count: z.int().min(1).max(batchMax) })

/** `GET /api/emergency-tickets` */
export type EmergencyTicketView = {
  readonly tickets: readonly {
    readonly number: string
    readonly operation: string
    readonly printedAt: EpochMs
    readonly enteredAt: EpochMs | null
    readonly job: JobId | null
  }[]
}

/** What stands on the paper, and the two who enter it: the session's person, and somebody beside them with their own number. */
export const entryRequest = z.strictObject({
  occurredAt: instant,
  ticket: z.string().trim().toUpperCase().min(3).max(40),
  code: z.string().trim().toUpperCase().min(4).max(20),
  level: levelId,
  place: placeId,
  leader: personId,
  guardian: personId,
  content: longText,
  window: z.strictObject({ from: instant, to: instant }),
  second: z.strictObject({ login: z.string().min(1).max(80), pin: z.string().regex(/^\d{6}$/, 'no-six-digits') }),
})
