import { minutesBetween } from '../../time/epoch.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** Somebody watched for embers until the time was over, and the last look found it calm. */
export const fireWatchKept = defineRequirement({
  id: 'fire-watch-kept@1',
  parameters: { minutesMin: 'number' },
  check: ({ minutesMin }, { record, facts }) => {
    if (minutesMin <= 0) return met
    const endedAt = record?.work.at(-1)?.to ?? null
    if (endedAt === null) return unmet({ code: 'fire-watch-missing', params: { minutesMin } })
    const passed = minutesBetween(endedAt, facts.now)
    if (!(passed >= minutesMin))
      return unmet({ code: 'fire-watch-running', params: { minutesLeft: minutesMin - passed, minutesMin } })
    const isWatchedToTheEnd =
      record?.fireWatchRounds.some(({ occurredAt }) => minutesBetween(endedAt, occurredAt) >= minutesMin) ?? false
    return isWatchedToTheEnd ? met : unmet({ code: 'fire-watch-missing', params: { minutesMin } })
  },
})
