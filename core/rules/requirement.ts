import type { Application } from '../job/application.ts'
import type { Facts, PersonFacts } from '../job/facts.ts'
import type { JobRecord, Permit } from '../job/job.ts'
import type { Problem } from '../job/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { Level, Operation, Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs, IsoDate } from '../time/epoch.ts'
import type { PlantClock } from '../time/plant-clock.ts'

/** What a requirement may look at: the same for all requirements of one permit, whomever they are about. */
export type Context = {
  readonly facts: Facts
  readonly clock: PlantClock
  readonly rulebook: Rulebook
  readonly application: Application
  readonly operation: Operation
  readonly level: Level
  readonly permit: Pick<Permit, 'operation' | 'level'> & Partial<Pick<Permit, 'risk' | 'upgradedBy'>>
  /** Absent at submission: nothing has been recorded yet. */
  readonly record: JobRecord | null
  /** The days of the planned work, worked out once: a credential has to be good from the first through the last. */
  readonly neededFrom: IsoDate
  readonly neededThrough: IsoDate
  readonly today: IsoDate
}

/** Whom a demand is about, looked up once for all that is asked of them; nothing may be known of them. */
export type Somebody = { readonly person: PersonId; readonly known: PersonFacts | undefined }

export const somebodyIn = (facts: Facts, person: PersonId): Somebody => ({ person, known: facts.people[person] })

/**
 * The answer of one requirement. `through` and `until` say how long a yes will hold if nothing but time changes, so that
 * a reminder can be planned; they are never a reason to skip the next check.
 */
export type Verdict = {
  readonly problems: readonly Problem[]
  readonly through: IsoDate | null
  readonly until: EpochMs | null
}

export const met: Verdict = { problems: [], through: null, until: null }
export const metThrough = (through: IsoDate): Verdict => ({ problems: [], through, until: null })
export const metUntil = (until: EpochMs): Verdict => ({ problems: [], through: null, until })
export const unmet = (...problems: readonly Problem[]): Verdict =>
  problems.length === 0 ? met : { problems, through: null, until: null }
/** Where each part of a demand has its own reason: all of them that there are, or none. */
export const reasonsAmong = (...found: readonly (Problem | null)[]): readonly Problem[] => {
  let reasons: Problem[] | null = null
  for (const problem of found) if (problem !== null) (reasons ??= []).push(problem)
  return reasons ?? met.problems
}

type ParameterKind = 'text' | 'texts' | 'number' | 'flag'
type ParameterValue<K> = K extends 'text'
  ? string
  : K extends 'texts'
    ? readonly string[]
    : K extends 'flag'
      ? boolean
      : number
export type ParameterShape = { readonly [name: string]: ParameterKind }
export type Parameters<S extends ParameterShape> = { readonly [N in keyof S]: ParameterValue<S[N]> }

/**
 * One thing that must be true, named in rulebooks as `id@version`. What a released requirement means never changes: a
 * new meaning is a new version beside the old one.
 */
export type Requirement = {
  readonly id: string
  readonly parameters: ParameterShape
  /** Only what is asked of people looks at the somebody. */
  readonly check: (parameters: never, context: Context, somebody: Somebody) => Verdict
}

export const defineRequirement = <const S extends ParameterShape>(requirement: {
  readonly id: string
  readonly parameters: S
  readonly check: (parameters: Parameters<S>, context: Context, somebody: Somebody) => Verdict
}): Requirement => requirement
