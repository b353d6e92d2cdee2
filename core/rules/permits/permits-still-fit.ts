import { planPermits, type PlannedPermit } from '../../job/plan-permits.ts'
import type { Problem } from '../../job/refusal.ts'
import { defineRequirement, unmet, type Context } from '../requirement.ts'

/**
 * Levels and further permits are worked out again from what is known now: a day that became a holiday, or a place that became
 * explosive after the application, asks for a higher level or for one more permit than were applied for.
 */
export const permitsStillFit = defineRequirement({
  id: 'permits-still-fit@1',
  parameters: {},
  check: (_, context) => {
    const { application, rulebook, facts, operation, record } = context
    const { permits, refusals } = planPermits(application, {}, rulebook, facts)
    const unclear = refusals.map(({ code, params }) => ({ code, params }) as Problem)
    const lacking = permits.flatMap((needed): readonly Problem[] =>
      record?.permits.some((one) => one.operation === needed.operation) === false
        ? [{ code: 'linked-permit-missing', params: { operation: needed.operation } }]
        : [],
    )
    const now = permits.find((one) => one.operation === operation.id)
    return unmet(...unclear, ...lacking, ...(now ? outdated(now, context) : []))
  },
})

const outdated = ({ level: derived, upgradedBy }: PlannedPermit, context: Context): readonly Problem[] => {
  const { operation, permit } = context
  const rankOf = (level: string): number => operation.levels.findIndex(({ id }) => id === level)
  if (rankOf(permit.level) >= rankOf(derived)) return []
  const known = permit.upgradedBy ?? []
  const added = upgradedBy.filter((upgrade) => !known.includes(upgrade))
  return [
    { code: 'level-outdated', params: { operation: operation.id, level: permit.level, derived, upgradedBy: added } },
  ]
}
