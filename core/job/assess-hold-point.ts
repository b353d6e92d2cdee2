import type { HoldPointKind } from '../rulebook/hold-point.ts'
import { holds } from '../rulebook/condition.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { toCheck } from '../rules/registry.ts'
import { somebodyIn, type Context } from '../rules/requirement.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import { conditionViewIn } from './condition-view.ts'
import { daysNeeded } from './days-needed.ts'
import type { Facts } from './facts.ts'
import { ground } from './ground.ts'
import { guardiansNeeded } from './guardians-needed.ts'
import type { JobRecord } from './job.ts'
import type { Refusal } from './refusal.ts'
import { withoutRepeats } from './without-repeats.ts'

/** What is still missing at one hold point, over all permits of the job; empty when it is met. */
export const assessHoldPoint = (
  kind: HoldPointKind,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const { application } = record
  const clock = plantClockOf(facts.timeZone)
  const days = daysNeeded(application, facts, clock)
  const refusals = record.permits.flatMap((permit): readonly Refusal[] => {
    const operation = rulebook.operations[permit.operation]
    const level = operation?.levels.find(({ id }) => id === permit.level)
    if (!operation || !level)
      return [ground({ code: 'operation-unknown', params: { operation: permit.operation } }, { source: 'product' })]
    const context: Context = { facts, clock, rulebook, application, operation, level, permit, record, ...days }
    return operation.holdPoints.flatMap((point) => {
      if (point.kind !== kind || !point.applies || !('requires' in point)) return []
      const people = point.kind === 'guardian-sign-in' ? application.guardians : [application.applicant]
      const checks = point.requires.map(toCheck)
      const refusedOf = people.map((person) =>
        checks.flatMap(({ demand, parameters, check }) => {
          // A condition that cannot be told counts as fulfilled: its demand is then heard, and refuses where it must.
          if (demand.when && holds(demand.when, conditionViewIn(context)) === 'no') return []
          return check(parameters, context, somebodyIn(facts, person)).problems.map((problem) =>
            ground(problem, demand, operation.id),
          )
        }),
      )
      const isGuarded =
        point.kind === 'guardian-sign-in' &&
        refusedOf.filter((refused) => refused.length === 0).length >= guardiansNeeded(context)
      return isGuarded ? [] : refusedOf.flat()
    })
  })
  return withoutRepeats(refusals)
}
