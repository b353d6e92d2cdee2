/** How long, in the two largest units that a person would say. Counted whole: 11:59 left is "11 minutes", never rounded up to hope. */
export type Span =
  | { readonly unit: 'days'; readonly days: number; readonly hours: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly seconds: number }

export type CountdownPhase = 'ahead' | 'soon' | 'over'
export type CountdownState = { readonly phase: CountdownPhase; readonly span: Span }

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * Where a due time stands. It is over from the very instant it is due: the hold point does not wait for the next minute.
 * `soonMs` is when it turns from calm to yellow; the caller takes it from the rulebook.
 */
export const countdownAt = (dueAt: number, now: number, soonMs: number): CountdownState => {
  const leftMs = dueAt - now
  if (leftMs <= 0) return { phase: 'over', span: spanOf(-leftMs) }
  return { phase: leftMs <= soonMs ? 'soon' : 'ahead', span: spanOf(leftMs) }
}

export const spanOf = (ms: number): Span => {
  if (ms >= dayMs) return { unit: 'days', days: Math.floor(ms / dayMs), hours: Math.floor((ms % dayMs) / hourMs) }
  if (ms >= hourMs)
    return { unit: 'hours', hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) }
  if (ms >= minuteMs) return { unit: 'minutes', minutes: Math.floor(ms / minuteMs) }
  return { unit: 'seconds', seconds: Math.floor(ms / secondMs) }
}
