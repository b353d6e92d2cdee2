import type { Outcome } from '../outbox/outbox.ts'

export type OutcomeShown = { readonly kind: 'none' } | Outcome<unknown>
