import type { LevelId } from '../ids.ts'
import type { JobRecord } from '../job/job.ts'
import { holds } from '../rulebook/condition.ts'
import type { Demand, Rulebook } from '../rulebook/rulebook.ts'

/** What the rulebook asks of the film of one permit's work. */
export type Filming = {
  readonly gapSecondsMax: number
  readonly handInHoursMax: number
  readonly owedBy: string
  readonly demand: Demand
}

export const filmingRule = 'recording-covers-work@1'

/**
 * The demands of film that this job's permits have, the strictest tolerance of all of them. A demand whose condition cannot be
 * told from the level alone is owed: unknown is no way out.
 */
export const filmingOf = ({ permits }: Pick<JobRecord, 'permits'>, rulebook: Rulebook): Filming | null => {
  const demands = permits.flatMap(({ operation, level }) =>
    (rulebook.operations[operation]?.atStart ?? []).filter(
      (demand) => demand.rule === filmingRule && mayApply(demand, level),
    ),
  )
  const [first] = demands
  if (!first) return null
  return {
    gapSecondsMax: Math.min(...demands.map((demand) => numberIn(demand, 'gapSecondsMax'))),
    handInHoursMax: Math.min(...demands.map((demand) => numberIn(demand, 'handInHoursMax'))),
    owedBy: String(first.parameters['owedBy']),
    demand: first,
  }
}

const mayApply = ({ when }: Demand, level: LevelId): boolean =>
  when === undefined ||
  holds(when, { value: (fact) => (fact === 'level' ? level : undefined), windowOverlaps: () => true }) !== 'no'

/** The parser has seen to it that it is there; what is not would make the tolerance nothing. */
const numberIn = ({ parameters }: Demand, name: string): number => {
  const value = parameters[name]
  return typeof value === 'number' ? value : 0
}
