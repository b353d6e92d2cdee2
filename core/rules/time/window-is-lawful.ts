import type { Problem } from '../../job/refusal.ts'
import { hourMs } from '../../time/epoch.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** The planned window runs forward, is not over, and is no longer than the level's permit may be valid. */
export const windowIsLawful = defineRequirement({
  id: 'window-is-lawful@1',
  parameters: {},
  check: (_, { application, facts, operation, level }) => {
    const { from, to } = application.window
    if (!(from < to)) return unmet({ code: 'window-backwards', params: { from, to } })
    const hours = (to - from) / hourMs
    const hoursMax = level.validHoursMax.value
    const problems: Problem[] = []
    if (to <= facts.now) problems.push({ code: 'window-in-the-past', params: { to } })
    if (hours > hoursMax)
      problems.push({ code: 'window-too-long', params: { operation: operation.id, level: level.id, hours, hoursMax } })
    return unmet(...problems)
  },
})
