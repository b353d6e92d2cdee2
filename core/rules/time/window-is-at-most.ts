import { hourMs } from '../../time/epoch.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** The planned window is no longer than in this case, where a condition of the demand says which. */
export const windowIsAtMost = defineRequirement({
  id: 'window-is-at-most@1',
  parameters: { hoursMax: 'number' },
  check: ({ hoursMax }, { application, operation, level }) => {
    const hours = (application.window.to - application.window.from) / hourMs
    return hours <= hoursMax
      ? met
      : unmet({ code: 'window-too-long', params: { operation: operation.id, level: level.id, hours, hoursMax } })
  },
})
