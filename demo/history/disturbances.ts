/**
 * What goes wrong in the fictional plant, as shares of its jobs. They are guesses of what an ordinary plant lives with, not fitted to any
 * figure of the product; whatever else is refused comes from the roster's own lapsed documents and the weather.
 */
export const disturbanceShares = {
  /** Somebody whose document has run out is put on the crew, stopped at the gate and swapped. */
  'lapsed-document': 0.03,
  /** Sent back by the first approver and mended. */
  returned: 0.03,
  cancelled: 0.025,
  /** One approval is given only after its time limit. */
  'approval-overdue': 0.04,
  /** The first sample is over the limit; the place is aired and tested again. */
  'gas-over-limit': 0.03,
  /** The leader wants to begin before the guardian has signed in, and is refused. */
  'hasty-start': 0.03,
  'snapshot-late': 0.07,
  'snapshot-missed': 0.025,
  /** The guardian leaves the fence: the work is suspended until the guardian is back. */
  'guardian-left': 0.02,
  /** Somebody sees something and stops the work. */
  'stop-work': 0.012,
  'planned-break': 0.2,
  /** The work goes past the permit's time without being closed. */
  'left-open': 0.015,
} as const

export type Disturbance = keyof typeof disturbanceShares
export const disturbances = Object.keys(disturbanceShares) as readonly Disturbance[]
