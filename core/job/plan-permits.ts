import type { LevelId, OperationId } from '../ids.ts'
import { holds, type Condition, type ConditionView } from '../rulebook/condition.ts'
import type { Grounds } from '../rulebook/grounds.ts'
import type { Operation, RiskLevel, Rulebook } from '../rulebook/rulebook.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import type { Application } from './application.ts'
import { conditionViewOf } from './condition-view.ts'
import type { Facts } from './facts.ts'
import { ground } from './ground.ts'
import type { Permit } from './job.ts'
import type { Refusal } from './refusal.ts'

export type PlannedPermit = Omit<Permit, 'id' | 'number'>
export type Plan = { readonly permits: readonly PlannedPermit[]; readonly refusals: readonly Refusal[] }

/**
 * Which permits a job needs, at which level and risk: the applicant's operations and those that follow from place and
 * manner (4.6). What cannot be told is a refusal, never the least strict row.
 */
export const planPermits = (
  application: Application,
  raised: { readonly [operation: string]: LevelId },
  rulebook: Rulebook,
  facts: Facts,
): Plan => {
  const { needed, refusals: unclear } = neededOperations(application, rulebook, facts)
  const operations = needed.map(({ operation }) => operation)
  const planned = needed.map(({ operation, requiredBy }) =>
    planOne({ operation, requiredBy, operations, application, raised, rulebook, facts }),
  )
  return {
    permits: planned.flatMap((one) => ('permit' in one ? [one.permit] : [])),
    refusals: [...unclear, ...planned.flatMap((one) => ('refusals' in one ? one.refusals : []))],
  }
}

type Needed = { readonly operation: OperationId; readonly requiredBy: string | null }

const neededOperations = (
  application: Application,
  rulebook: Rulebook,
  facts: Facts,
): { readonly needed: readonly Needed[]; readonly refusals: readonly Refusal[] } => {
  const needed: Needed[] = application.operations.map((operation) => ({ operation, requiredBy: null }))
  const refusals: Refusal[] = []
  // A needed operation may itself need another, so the table is read until nothing is added; each adds one at most.
  for (let added = true; added;) {
    added = false
    for (const { id, when, needs, ...grounds } of rulebook.combinations) {
      if (needed.some(({ operation }) => operation === needs)) continue
      const operations = needed.map(({ operation }) => operation)
      const truth = holds(
        when,
        conditionViewOf({
          operation: needs,
          operations,
          application,
          place: facts.place,
          level: undefined,
          clock: plantClockOf(facts.timeZone),
          calendar: facts.calendar,
          appliedAt: facts.now,
          rulebook,
        }),
      )
      if (truth === 'no') continue
      if (truth === 'unknown')
        refusals.push(ground({ code: 'condition-unknown', params: { operation: needs, fact: id } }, grounds, needs))
      needed.push({ operation: needs, requiredBy: id })
      added = true
    }
  }
  return { needed, refusals }
}

type Planning = Needed & {
  readonly operations: readonly OperationId[]
  readonly application: Application
  readonly raised: { readonly [operation: string]: LevelId }
  readonly rulebook: Rulebook
  readonly facts: Facts
}

const planOne = (
  planning: Planning,
): { readonly permit: PlannedPermit } | { readonly refusals: readonly Refusal[] } => {
  const { operation: id, requiredBy, raised, rulebook } = planning
  const operation = rulebook.operations[id]
  if (!operation)
    return { refusals: [ground({ code: 'operation-unknown', params: { operation: id } }, { source: 'product' })] }

  const base = firstRow(operation.levelRows, planning, operation, undefined)
  if ('refusal' in base) return { refusals: [base.refusal] }
  const upgraded = upgradedLevel(base.row.level, planning, operation)
  if ('refusal' in upgraded) return { refusals: [upgraded.refusal] }
  const level = raised[id] ?? upgraded.level
  if (rankOf(operation, level) < rankOf(operation, upgraded.level))
    return {
      refusals: [
        ground(
          { code: 'level-below-derived', params: { operation: id, level, derived: upgraded.level } },
          { clause: 'B.1' },
          id,
        ),
      ],
    }

  const risk = firstRow(operation.riskRows, planning, operation, level)
  if ('refusal' in risk) return { refusals: [risk.refusal] }
  const view = viewOf(operation, planning, level, risk.row.risk)
  const withoutSteps = notNeeded(operation.approvals, view)
  const isConditional = operation.preparations.some(({ when }) => when !== undefined)
  return {
    permit: {
      operation: id,
      level,
      baseLevel: base.row.level,
      upgradedBy: upgraded.by,
      risk: risk.row.risk satisfies RiskLevel,
      requiredBy,
      ...(withoutSteps.length > 0 ? { withoutSteps } : {}),
      ...(isConditional ? { withoutPreparations: notNeeded(operation.preparations, view) } : {}),
    },
  }
}

const viewOf = (operation: Operation, planning: Planning, level: LevelId, risk: RiskLevel): ConditionView =>
  conditionViewOf({
    ...planning,
    operation: operation.id,
    place: planning.facts.place,
    level,
    risk,
    people: planning.facts.people,
    clock: plantClockOf(planning.facts.timeZone),
    calendar: planning.facts.calendar,
    appliedAt: planning.facts.now,
  })

/** A step or a preparation falls away only where its condition surely does not hold; one that cannot be told stays. */
const notNeeded = <I extends string>(
  rows: readonly { readonly id: I; readonly when?: Condition }[],
  view: ConditionView,
): readonly I[] => rows.flatMap(({ id, when }) => (when && holds(when, view) === 'no' ? [id] : []))

type Row = { readonly when?: Condition } & Grounds

const firstRow = <R extends Row>(
  rows: readonly R[],
  planning: Planning,
  operation: Operation,
  level: LevelId | undefined,
): { readonly row: R } | { readonly refusal: Refusal } => {
  const view = conditionViewOf({
    ...planning,
    operation: operation.id,
    place: planning.facts.place,
    level,
    clock: plantClockOf(planning.facts.timeZone),
    calendar: planning.facts.calendar,
    appliedAt: planning.facts.now,
  })
  for (const row of rows) {
    const truth = row.when ? holds(row.when, view) : 'yes'
    if (truth === 'yes') return { row }
    if (truth === 'unknown')
      return {
        refusal: ground(
          { code: 'level-unknown', params: { operation: operation.id, fact: firstUnknown(row.when, view) } },
          row,
          operation.id,
        ),
      }
  }
  return {
    refusal: ground(
      { code: 'level-unknown', params: { operation: operation.id, fact: 'level' } },
      { source: 'product' },
      operation.id,
    ),
  }
}

/** Every upgrade that holds raises by one level in all, not one each: night on a holiday is still one level up (5.1.1). */
const upgradedLevel = (
  base: LevelId,
  planning: Planning,
  operation: Operation,
): { readonly level: LevelId; readonly by: readonly string[] } | { readonly refusal: Refusal } => {
  const view = conditionViewOf({
    ...planning,
    operation: operation.id,
    place: planning.facts.place,
    level: base,
    clock: plantClockOf(planning.facts.timeZone),
    calendar: planning.facts.calendar,
    appliedAt: planning.facts.now,
  })
  const by: string[] = []
  for (const { id, when, ...grounds } of operation.upgrades) {
    const truth = holds(when, view)
    if (truth === 'unknown')
      return {
        refusal: ground(
          { code: 'level-unknown', params: { operation: operation.id, fact: firstUnknown(when, view) } },
          grounds,
          operation.id,
        ),
      }
    if (truth === 'yes') by.push(id)
  }
  const next = operation.levels[rankOf(operation, base) + 1]
  return { level: by.length > 0 && next ? next.id : base, by }
}

const rankOf = (operation: Operation, level: LevelId): number => operation.levels.findIndex(({ id }) => id === level)

/** Names the fact that is missing, so that somebody can supply it. */
const firstUnknown = (condition: Condition | undefined, view: Parameters<typeof holds>[1]): string => {
  if (!condition) return 'level'
  if ('all' in condition)
    return firstUnknown(
      condition.all.find((part) => holds(part, view) === 'unknown'),
      view,
    )
  if ('any' in condition)
    return firstUnknown(
      condition.any.find((part) => holds(part, view) === 'unknown'),
      view,
    )
  if ('not' in condition) return firstUnknown(condition.not, view)
  return condition.fact
}
