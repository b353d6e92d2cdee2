/** How handing something to a counterpart ended. Only these three: the sender must know whether to come back. */
export type Delivery =
  | { readonly outcome: 'delivered'; readonly receipt: string }
  /** Not taken, or nobody knows: come back, not before the counterpart asked for. */
  | { readonly outcome: 'retry'; readonly problem: string; readonly waitSecondsMin?: number }
  /** Taken note of and declined; the same again would be declined again, so a person has to look. */
  | { readonly outcome: 'declined'; readonly problem: string }

/** What the outbox knows of a message on its way out. */
export type OutboundMessage = {
  readonly plantId: string
  /** Names the consequence, e.g. the gap that is to be closed; the same again must have no second effect. */
  readonly idempotencyKey: string
  readonly payload: unknown
}

export type Counterpart = { readonly deliver: (message: OutboundMessage, signal: AbortSignal) => Promise<Delivery> }
