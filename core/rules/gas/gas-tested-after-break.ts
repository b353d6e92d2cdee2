import { addMinutes } from '../../time/epoch.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'
import { currentBreak, sampleStillStands } from './current-break.ts'

/**
 * After a break longer than the level allows, the air is tested again before work goes on. A break of exactly the limit
 * still passes: the standard says "more than". Before the first start there is no break.
 */
export const gasTestedAfterBreak = defineRequirement({
  id: 'gas-tested-after-break@1',
  parameters: {},
  check: (_, { record, facts, level }) => {
    const state = currentBreak(record, facts.now)
    if (record === null || state.kind !== 'interrupted') return met
    const breakMinutesMax = level.reTestAfterBreakMinutes.value
    const { since, minutes } = state
    if (sampleStillStands(state, breakMinutesMax)) return metUntil(addMinutes(since, breakMinutesMax))
    const isTestedSince = record.gasTests.some(
      ({ samples }) => samples.length > 0 && samples.every(({ takenAt }) => takenAt > since && takenAt <= facts.now),
    )
    return isTestedSince
      ? met
      : unmet({ code: 'gas-test-after-break', params: { breakMinutes: minutes, breakMinutesMax } })
  },
})
