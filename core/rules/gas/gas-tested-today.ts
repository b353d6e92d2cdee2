import type { EpochMs } from '../../time/epoch.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** Work that lasts several days is tested on each day before it begins (5.3.1 d). */
export const gasTestedToday = defineRequirement({
  id: 'gas-tested-today@1',
  parameters: {},
  check: (_, { record, facts, clock }) => {
    const date = clock.dateOf(facts.now)
    const isOfToday = (takenAt: EpochMs): boolean => takenAt <= facts.now && clock.dateOf(takenAt) === date
    const isTested = record?.gasTests.some(({ samples }) => samples.some(({ takenAt }) => isOfToday(takenAt))) ?? false
    return isTested ? met : unmet({ code: 'gas-test-of-day-missing', params: { date } })
  },
})
