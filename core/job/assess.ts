import type { PersonId } from '../ids.ts'
import type { Demand, Operation, Rulebook } from '../rulebook/rulebook.ts'
import { checksOf } from '../rules/registry.ts'
import type { Context } from '../rules/requirement.ts'
import { holds } from '../rulebook/condition.ts'
import type { EpochMs, IsoDate } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import type { Application } from './application.ts'
import { conditionViewIn } from './condition-view.ts'
import { daysNeeded } from './days-needed.ts'
import type { Facts } from './facts.ts'
import { ground } from './ground.ts'
import { guardiansNeeded } from './guardians-needed.ts'
import type { JobRecord, Permit } from './job.ts'
import type { Refusal } from './refusal.ts'
import { withoutRepeats } from './without-repeats.ts'

/** The moments at which a job is measured against the rulebook. People are checked at every one of them. */
export type Gate = 'submit' | 'approval' | 'start' | 'resume' | 'change'

export type Assessment = {
  readonly refusals: readonly Refusal[]
  /** When time alone changes this answer; null when nothing in it ends. A plan for reminders, never a licence. */
  readonly validUntil: EpochMs | null
  /** `kind:id@revision` of each fact that was looked at. */
  readonly reliedOn: readonly string[]
}

type Assessed = {
  readonly application: Application
  readonly permits: readonly (Pick<Permit, 'operation' | 'level'> & Partial<Pick<Permit, 'risk'>>)[]
  readonly record: JobRecord | null
}

/** All refusals at once, over all permits of the job and everybody in it. Pure: the same facts give the same answer. */
export const assess = (gate: Gate, assessed: Assessed, rulebook: Rulebook, facts: Facts): Assessment => {
  const clock = plantClockOf(facts.timeZone)
  const days = daysNeeded(assessed.application, facts, clock)
  const collected: Collected = { refusals: [], through: null, until: null }
  for (const permit of assessed.permits) {
    const operation = rulebook.operations[permit.operation]
    const level = operation?.levels.find(({ id }) => id === permit.level)
    if (!operation || !level) {
      collected.refusals.push(
        ground({ code: 'operation-unknown', params: { operation: permit.operation } }, { source: 'product' }),
      )
      continue
    }
    assessPermit(
      gate,
      {
        ...assessed,
        permit,
        operation,
        level,
        rulebook,
        facts,
        clock,
        ...days,
        person: assessed.application.applicant,
      },
      collected,
    )
  }
  return {
    refusals: withoutRepeats(collected.refusals),
    validUntil: endOf(collected, (date) => clock.endOf(date)),
    reliedOn: reliedOn(assessed.application, facts),
  }
}

type Collected = { refusals: Refusal[]; through: IsoDate | null; until: EpochMs | null }

const assessPermit = (gate: Gate, context: Context, collected: Collected): void => {
  const { operation, application } = context
  const { crew, leader, guardian, gasAnalyst } = operation
  checkAll(demandsAt(gate, operation), context, collected)
  checkAll(leader.requires, about(application.leader, context), collected)
  for (const { person, duties } of application.crew) {
    const ofMember = about(person, context)
    checkAll(crew.requires, ofMember, collected)
    for (const duty of crew.duties) if (duties.includes(duty.id)) checkAll(duty.requires, ofMember, collected)
  }
  for (const person of application.guardians) checkAll(guardian.requires, about(person, context), collected)
  if (gasAnalyst && application.gasAnalyst !== undefined)
    checkAll(gasAnalyst.requires, about(application.gasAnalyst, context), collected)
  checkNumbers(context, collected)
  if (gate === 'start' || gate === 'resume') checkHoldPoints(context, collected)
}

const about = (person: PersonId, context: Context): Context => ({ ...context, person })

const demandsAt = (gate: Gate, operation: Operation): readonly Demand[] => {
  switch (gate) {
    case 'submit':
      return operation.atSubmit
    case 'approval':
      return operation.atApproval
    case 'start':
      return operation.atStart
    case 'resume':
      return operation.atResume
    // Somebody joins or leaves: people are judged as at every gate, and nothing else is.
    case 'change':
      return []
  }
}

const checkHoldPoints = (context: Context, collected: Collected): void => {
  for (const point of context.operation.holdPoints) {
    if (!point.applies) continue
    switch (point.kind) {
      case 'witnessed-check':
      case 'gas-test':
      case 'ventilation':
        checkAll(point.requires, context, collected)
        break
      case 'guardian-sign-in':
        checkGuardians(point.requires, context, collected)
        break
      case 'snapshot':
      case 'close-out':
        break
    }
  }
}

/** Enough of the named guardians are present; if not, everything that keeps any of them from it is said. */
const checkGuardians = (demands: readonly Demand[], context: Context, collected: Collected): void => {
  const heard = context.application.guardians.map((guardian) => {
    const ofOne: Collected = { refusals: [], through: null, until: null }
    checkAll(demands, about(guardian, context), ofOne)
    return ofOne
  })
  const present = heard.filter(({ refusals }) => refusals.length === 0)
  const isGuarded = present.length >= guardiansNeeded(context)
  for (const { refusals, through, until } of isGuarded ? present : heard) {
    collected.refusals.push(...refusals)
    hold(collected, through, until)
  }
}

const checkAll = (demands: readonly Demand[], context: Context, collected: Collected): void => {
  for (const { demand, check } of checksOf(demands)) {
    if (demand.when && !applies(demand, context, collected)) continue
    const verdict = check(context)
    for (const problem of verdict.problems) collected.refusals.push(ground(problem, demand, context.operation.id))
    hold(collected, verdict.through, verdict.until)
  }
}

/** A yes lasts only as long as the shortest of its parts. */
const hold = (collected: Collected, through: IsoDate | null, until: EpochMs | null): void => {
  if (through !== null && (collected.through === null || through < collected.through)) collected.through = through
  if (until !== null && (collected.until === null || until < collected.until)) collected.until = until
}

/** A condition that cannot be told refuses and is then taken as fulfilled, so that its demand is heard as well. */
const applies = (demand: Demand, context: Context, collected: Collected): boolean => {
  const { operation } = context
  if (!demand.when) return true
  const view = conditionViewIn(context)
  const truth = holds(demand.when, view)
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

/** Somebody has to do the work, enough people have to guard it, and each must have something to do. */
const checkNumbers = (context: Context, collected: Collected): void => {
  const { application, operation } = context
  if (application.crew.length === 0)
    collected.refusals.push(
      ground(
        { code: 'people-too-few', params: { role: 'crew', count: 0, countMin: 1 } },
        { source: 'product' },
        operation.id,
      ),
    )

  const { duties } = operation.crew
  if (duties.length > 0 && !application.crew.some((member) => duties.some(({ id }) => member.duties.includes(id))))
    for (const { person } of application.crew.slice(0, 1))
      collected.refusals.push(
        ground(
          { code: 'duty-missing', params: { person, operation: operation.id } },
          { source: 'product' },
          operation.id,
        ),
      )

  const view = conditionViewIn(context)
  const count = new Set(application.guardians).size
  for (const row of operation.guardian.countMin)
    if (count < row.atLeast && (!row.when || holds(row.when, view) !== 'no')) {
      collected.refusals.push(
        ground(
          { code: 'people-too-few', params: { role: 'guardian', count, countMin: row.atLeast } },
          row,
          operation.id,
        ),
      )
      break
    }
  const { gasAnalyst } = operation
  if (gasAnalyst && application.gasAnalyst === undefined && !(gasAnalyst.when && holds(gasAnalyst.when, view) === 'no'))
    collected.refusals.push(
      ground(
        { code: 'people-too-few', params: { role: 'gas-analyst', count: 0, countMin: 1 } },
        { clause: '5.3.1 a' },
        operation.id,
      ),
    )
}

const endOf = ({ through, until }: Collected, endOfDay: (date: IsoDate) => EpochMs): EpochMs | null => {
  if (through === null) return until
  const end = endOfDay(through)
  return until === null || end < until ? end : until
}

const reliedOn = (application: Application, facts: Facts): readonly string[] => {
  const relied: string[] = []
  for (const id of everybodyIn(application)) {
    const person = facts.people[id]
    if (!person) continue
    relied.push(person.revision)
    for (const credential of person.credentials) relied.push(credential.revision)
    if (person.medical) relied.push(person.medical.revision)
  }
  if (facts.matrix) relied.push(facts.matrix.revision)
  if (facts.place) relied.push(facts.place.revision)
  if (facts.blind) relied.push(facts.blind.revision)
  for (const { revision } of facts.isolation ?? []) relied.push(revision)
  if (facts.weather) relied.push(facts.weather.revision)
  return relied
}

/** Each person once, whatever the person does in the job. */
const everybodyIn = ({ leader, crew, guardians, gasAnalyst }: Application): readonly PersonId[] => {
  const people = [leader]
  const add = (person: PersonId): void => void (people.includes(person) || people.push(person))
  for (const { person } of crew) add(person)
  for (const person of guardians) add(person)
  if (gasAnalyst !== undefined) add(gasAnalyst)
  return people
}
