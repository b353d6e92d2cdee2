import type { Demand, Rulebook } from '../rulebook/rulebook.ts'
import { holds, type Condition } from '../rulebook/condition.ts'
import type { DemandCheck } from '../rules/registry.ts'
import { met, somebodyIn, type Context, type Somebody } from '../rules/requirement.ts'
import type { EpochMs, IsoDate } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import type { Application } from './application.ts'
import { checkNumbers } from './check-numbers.ts'
import { conditionViewIn } from './condition-view.ts'
import { daysNeeded } from './days-needed.ts'
import { demandsAt, type Gate, type GateDemands } from './demands-at.ts'
import type { Facts } from './facts.ts'
import { ground } from './ground.ts'
import { guardiansNeeded } from './guardians-needed.ts'
import type { JobRecord, Permit } from './job.ts'
import type { Refusal } from './refusal.ts'
import { withoutRepeats } from './without-repeats.ts'

export type Assessment = {
  readonly refusals: readonly Refusal[]
  /** When time alone changes this answer; null when nothing in it ends. A plan for reminders, never a licence. */
  readonly validUntil: EpochMs | null
}

type Assessed = {
  readonly application: Application
  readonly permits: readonly (Pick<Permit, 'operation' | 'level'> & Partial<Pick<Permit, 'risk' | 'upgradedBy'>>)[]
  readonly record: JobRecord | null
}

/**
 * All refusals at once, over all permits of the job and everybody in it. Pure: the same facts give the same answer. It is
 * asked far more often than anything is decided, so what a decision relied on is told apart, in `relied-on.ts`.
 */
export const assess = (gate: Gate, assessed: Assessed, rulebook: Rulebook, facts: Facts): Assessment => {
  const { application, permits, record } = assessed
  const clock = plantClockOf(facts.timeZone)
  const { neededFrom, neededThrough, today } = daysNeeded(application, facts, clock)
  const collected: Collected = { refusals: [], through: null, until: null }
  for (const permit of permits) {
    const operation = rulebook.operations[permit.operation]
    const level = operation?.levels.find(({ id }) => id === permit.level)
    if (!operation || !level) {
      collected.refusals.push(
        ground({ code: 'operation-unknown', params: { operation: permit.operation } }, { source: 'product' }),
      )
      continue
    }
    const context: Context = {
      facts,
      clock,
      rulebook,
      application,
      operation,
      level,
      permit,
      record,
      neededFrom,
      neededThrough,
      today,
    }
    assessPermit(demandsAt(gate, operation), context, collected)
  }
  return {
    refusals: withoutRepeats(collected.refusals),
    validUntil: endOf(collected, (date) => clock.endOf(date)),
  }
}

type Collected = { readonly refusals: Refusal[]; through: IsoDate | null; until: EpochMs | null }

/** The order of asking is the order in which refusals are read. */
const assessPermit = (demands: GateDemands, context: Context, collected: Collected): void => {
  const { application, facts } = context
  const { leader, crew, guardians, gasAnalyst } = application
  const applicant = somebodyIn(facts, application.applicant)

  checkAll(demands.ofJob, context, applicant, collected)
  checkAll(demands.ofLeader, context, somebodyIn(facts, leader), collected)
  for (const { person, duties } of crew) {
    const member = somebodyIn(facts, person)
    checkAll(demands.ofMember, context, member, collected)
    for (const { duty, checks } of demands.ofDuties)
      if (duties.includes(duty)) checkAll(checks, context, member, collected)
  }
  for (const person of guardians) checkAll(demands.ofGuardian, context, somebodyIn(facts, person), collected)
  if (gasAnalyst !== undefined) checkAll(demands.ofGasAnalyst, context, somebodyIn(facts, gasAnalyst), collected)
  checkNumbers(context, collected.refusals)
  for (const { asked, checks } of demands.ofHoldPoints) {
    if (asked === 'job') checkAll(checks, context, applicant, collected)
    else checkGuardians(checks, context, collected)
  }
}

/** Enough of the named guardians are present; if not, everything that keeps any of them from it is said. */
const checkGuardians = (checks: readonly DemandCheck[], context: Context, collected: Collected): void => {
  const heard = context.application.guardians.map((guardian) => {
    const ofOne: Collected = { refusals: [], through: null, until: null }
    checkAll(checks, context, somebodyIn(context.facts, guardian), ofOne)
    return ofOne
  })
  const present = heard.filter(({ refusals }) => refusals.length === 0)
  const isGuarded = present.length >= guardiansNeeded(context)
  for (const { refusals, through, until } of isGuarded ? present : heard) {
    collected.refusals.push(...refusals)
    hold(collected, through, until)
  }
}

const checkAll = (checks: readonly DemandCheck[], context: Context, somebody: Somebody, collected: Collected): void => {
  for (const { demand, parameters, check } of checks) {
    if (demand.when && !applies(demand, demand.when, context, collected)) continue
    const verdict = check(parameters, context, somebody)
    if (verdict === met) continue
    const { problems, through, until } = verdict
    for (const problem of problems) collected.refusals.push(ground(problem, demand, context.operation.id))
    hold(collected, through, until)
  }
}

/** A yes lasts only as long as the shortest of its parts. */
const hold = (collected: Collected, through: IsoDate | null, until: EpochMs | null): void => {
  if (through !== null && (collected.through === null || through < collected.through)) collected.through = through
  if (until !== null && (collected.until === null || until < collected.until)) collected.until = until
}

/** A condition that cannot be told refuses and is then taken as fulfilled, so that its demand is heard as well. */
const applies = (demand: Demand, condition: Condition, context: Context, collected: Collected): boolean => {
  const truth = holds(condition, conditionViewIn(context))
  const { operation } = context
  if (truth === 'unknown')
    collected.refusals.push(
      ground(
        { code: 'condition-unknown', params: { operation: operation.id, fact: demand.rule } },
        demand,
        operation.id,
      ),
    )
  return truth !== 'no'
}

const endOf = ({ through, until }: Collected, endOfDay: (date: IsoDate) => EpochMs): EpochMs | null => {
  if (through === null) return until
  const end = endOfDay(through)
  return until === null || end < until ? end : until
}
