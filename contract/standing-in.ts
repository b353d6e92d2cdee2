import { z } from 'zod'
import { instant, longText, personId } from './values.ts'

const authority = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/** Asks that somebody stands in for whoever is signed in: `POST /api/me/delegations`. */
export const delegationRequest = z.strictObject({
  to: personId,
  authority,
  from: instant,
  until: instant,
  reason: longText,
})
export type DelegationRequest = z.output<typeof delegationRequest>

const delegation = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  authority: z.string(),
  fromAt: z.int(),
  untilAt: z.int(),
  endedAt: z.int().nullable(),
  reason: z.string(),
})

/** Who stands in for whom, as far as it concerns whoever asks; what is over stays for a while. */
export const myDelegations = z.object({
  now: z.int(),
  /** Authorities that whoever asks holds, and so can delegate. */
  authorities: z.array(z.string()),
  /** Null where the rulebook does not foresee it. */
  daysMax: z.number().nullable(),
  made: z.array(delegation),
  given: z.array(delegation),
  people: z.record(z.string(), z.string()),
})
export type MyDelegations = z.output<typeof myDelegations>

/** Who holds a right to sign, for whoever looks for one more signer or a stand-in. */
export const signatories = z.object({
  people: z.array(
    z.object({ id: z.string(), name: z.string(), department: z.string(), authorities: z.array(z.string()) }),
  ),
})
export type Signatories = z.output<typeof signatories>
