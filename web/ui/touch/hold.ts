/** Holding is for what cannot be undone: one second, and letting go before the end does nothing at all. */
export const holdMs = 1000

export type Hold =
  | { readonly at: 'rest' }
  | { readonly at: 'holding'; readonly since: number }
  | { readonly at: 'done' }
export type HoldEvent =
  | { readonly type: 'press'; readonly at: number }
  | { readonly type: 'release' }
  | { readonly type: 'elapse'; readonly at: number }

export const atRest: Hold = { at: 'rest' }

export const nextHold = (hold: Hold, event: HoldEvent): Hold => {
  switch (event.type) {
    case 'press':
      // A held key repeats; only the first press starts the second.
      return hold.at === 'rest' ? { at: 'holding', since: event.at } : hold
    case 'release':
      return atRest
    case 'elapse':
      return hold.at === 'holding' && event.at - hold.since >= holdMs ? { at: 'done' } : hold
  }
}
