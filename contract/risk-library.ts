import { z } from 'zod'
import { hazardOwners } from '#core/job/site-records.ts'
import { equipmentKinds, type RiskEntry, type RiskEntryVersion } from '#core/risk/risk-library.ts'
import { longText, operationId, shortText } from './values.ts'

/** A row of the risk library as somebody writes it; null in the key stands for any. */
export const riskRequest = z.strictObject({
  key: z.strictObject({
    operation: operationId.nullable(),
    equipment: z.enum(equipmentKinds).nullable(),
    area: shortText.nullable(),
  }),
  step: shortText,
  hazard: shortText,
  consequence: shortText,
  measures: longText,
  owner: z.enum(hazardOwners),
})
/** Fails to compile when the request and the library differ. */
export const asRisk = (request: z.output<typeof riskRequest>): Omit<RiskEntry, 'id' | 'version'> => request

/** The next version of a row. Whoever changes it says which one they saw. */
export const riskChangeRequest = riskRequest.extend({ seenVersion: z.int().min(1), isWithdrawn: z.boolean() })

export const riskEntryId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'no-id')

export type RiskLibrary = {
  readonly entries: readonly RiskEntryVersion[]
  /** What the plant calls the units that an area may be. */
  readonly units: readonly { readonly unit: string; readonly name: string }[]
  readonly people: { readonly [person: string]: string }
}
export type RiskHistory = {
  readonly versions: readonly RiskEntryVersion[]
  readonly people: { readonly [person: string]: string }
}
/** What the library has to say about each permit of a job, by operation. */
export type RiskProposals = { readonly proposals: { readonly [operation: string]: readonly RiskEntry[] } }
