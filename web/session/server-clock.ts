/** One look at the server's clock: the `Date` of an answer, and when it was asked for and came by the device's clock. */
export type ClockLook = { readonly sentAt: number; readonly receivedAt: number; readonly serverSecondAt: number }

export type ServerClock = {
  readonly now: () => number
  /** How far the device is from the server; `unknown` until the first answer. */
  readonly offsetMs: () => number | 'unknown'
  readonly look: (look: ClockLook) => void
}

/**
 * The device's clock, set right by the server's. Each answer bounds the difference from both sides (a `Date` header is whole seconds, and
 * the answer was written between asking and hearing); the bounds narrow with every answer. When they contradict each other a clock was
 * changed, and only the newest counts.
 */
export const createServerClock = (deviceNow: () => number): ServerClock => {
  let bounds: { readonly low: number; readonly high: number } | undefined
  const offset = () => (bounds ? (bounds.low + bounds.high) / 2 : 0)

  return {
    now: () => Math.round(deviceNow() + offset()),
    offsetMs: () => (bounds ? offset() : 'unknown'),
    look: ({ sentAt, receivedAt, serverSecondAt }) => {
      const seen = { low: serverSecondAt - receivedAt, high: serverSecondAt + 1000 - sentAt }
      const both = bounds && { low: Math.max(bounds.low, seen.low), high: Math.min(bounds.high, seen.high) }
      bounds = both && both.low <= both.high ? both : seen
    },
  }
}
