import type { Assessment } from './assess.ts'
import type { JobEvent } from './events.ts'
import type { Refusal } from './refusal.ts'

/** Either all reasons why not, or what has happened now; and what the answer relied on. */
export type Decision =
  | {
      readonly accepted: true
      readonly events: readonly JobEvent[]
      readonly validUntil: Assessment['validUntil']
      readonly reliedOn: readonly string[]
    }
  | { readonly accepted: false; readonly refusals: readonly Refusal[]; readonly reliedOn: readonly string[] }

const nothingRelied = { validUntil: null, reliedOn: [] } as const

export const accept = (
  events: readonly JobEvent[],
  { validUntil, reliedOn }: Pick<Assessment, 'validUntil'> & { readonly reliedOn: readonly string[] } = nothingRelied,
): Decision => ({ accepted: true, events, validUntil, reliedOn })
export const refuse = (refusals: readonly Refusal[], reliedOn: readonly string[] = []): Decision => ({
  accepted: false,
  refusals,
  reliedOn,
})
