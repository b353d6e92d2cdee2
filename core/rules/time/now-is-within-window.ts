import { isWithin } from '../../time/window.ts'
import { defineRequirement, metUntil, unmet } from '../requirement.ts'

/** Work goes on only inside the permit's window; after it a new permit is needed, never a longer one (4.16). */
export const nowIsWithinWindow = defineRequirement({
  id: 'now-is-within-window@1',
  parameters: {},
  check: (_, { application: { window }, facts }) =>
    isWithin(facts.now, window)
      ? metUntil(window.to)
      : unmet({ code: 'outside-window', params: { from: window.from, to: window.to } }),
})
