import type { PersonId } from '../ids.ts'
import type { HoldPointKind } from '../rulebook/hold-point.ts'
import { holds } from '../rulebook/condition.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { checksOf } from '../rules/registry.ts'
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
    const about = (person: PersonId) => ({
      facts,
      clock,
      rulebook,
      application,
      operation,
      level,
      permit,
      record,
      person,
      ...days,
    })
    return operation.holdPoints.flatMap((point) => {
      if (point.kind !== kind || !point.applies || !('requires' in point)) return []
      const people = point.kind === 'guardian-sign-in' ? application.guardians : [application.applicant]
      const refusedOf = people.map((person) =>
        checksOf(point.requires).flatMap(({ demand, check }) => {
          const context = about(person)
          // A condition that cannot be told counts as fulfilled: its demand is then heard, and refuses where it must.
          if (demand.when && holds(demand.when, conditionViewIn(context)) === 'no') return []
          return check(context).problems.map((problem) => ground(problem, demand, operation.id))
        }),
      )
      const isGuarded =
        point.kind === 'guardian-sign-in' &&
        refusedOf.filter((refused) => refused.length === 0).length >= guardiansNeeded(about(application.applicant))
      return isGuarded ? [] : refusedOf.flat()
    })
  })
  return withoutRepeats(refusals)
}
