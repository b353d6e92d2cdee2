import { workingSpans } from '../../time/daily-hours.ts'
import { isWithin } from '../../time/window.ts'
import { defineRequirement, metUntil, unmet } from '../requirement.ts'

/** Work goes on only inside the permit's window and its daily hours; after the window a new permit is needed, never a longer one (4.16). */
export const nowIsWithinWindow = defineRequirement({
  id: 'now-is-within-window@1',
  parameters: {},
  check: (_, { application: { window, dailyHours }, facts, clock }) => {
    if (!isWithin(facts.now, window))
      return unmet({ code: 'outside-window', params: { from: window.from, to: window.to } })
    if (!dailyHours) return metUntil(window.to)
    const span = workingSpans(window, dailyHours, clock).find((one) => isWithin(facts.now, one))
    return span ? metUntil(span.to) : unmet({ code: 'outside-daily-hours', params: dailyHours })
  },
})
