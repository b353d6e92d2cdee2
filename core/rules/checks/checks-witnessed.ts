import type { Problem } from '../../job/refusal.ts'
import { currentBreak } from '../gas/current-break.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/**
 * Everything that the operation wants to be seen has been seen. What lay still for longer than the break allows may have been
 * changed by somebody: then it is seen again.
 */
export const checksWitnessed = defineRequirement({
  id: 'checks-witnessed@1',
  parameters: { breakMinutesMax: 'number' },
  check: ({ breakMinutesMax }, { operation, record, facts }) => {
    const checks = operation.holdPoints.flatMap((point) =>
      point.kind === 'witnessed-check' && point.applies ? point.checks : [],
    )
    const pause = currentBreak(record, facts.now)
    const since = pause.kind === 'interrupted' && !(pause.minutes <= breakMinutesMax) ? pause.since : null
    return unmet(
      ...checks.flatMap(({ id: check }): readonly Problem[] => {
        const seen = record?.checks[`${operation.id}.${check}`]
        if (!seen) return [{ code: 'check-unwitnessed', params: { operation: operation.id, check } }]
        if (since === null || seen.occurredAt > since) return []
        return [{ code: 'check-before-break', params: { operation: operation.id, check, breakMinutesMax } }]
      }),
    )
  },
})
