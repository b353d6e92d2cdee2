import type { PersonId } from '../ids.ts'
import { application, facts, jobAfter, rulebook, untilActive, welder } from '../job/examples.ts'
import type { JobRecord } from '../job/job.ts'
import { isoDate } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import { somebodyIn, type Context, type Requirement, type Verdict } from './requirement.ts'

const active = jobAfter(untilActive)
if (!('record' in active)) throw new Error('the example job did not start')

/** The record of a job that has just started with everything in order. */
export const startedRecord: JobRecord = active.record

/** What a requirement sees, and whom it is asked about. */
export type Asked = Context & { readonly person: PersonId }

/** What a requirement sees of that job, asked about its welder, with something changed. */
export const context = (change: Partial<Asked> = {}): Asked => {
  const operation = rulebook.operations['fire']
  const level = operation?.levels.find(({ id }) => id === 'high')
  if (!operation || !level) throw new Error('the example rulebook has no high level of fire')
  const world = facts()
  return {
    facts: world,
    clock: plantClockOf(world.timeZone),
    rulebook,
    application,
    operation,
    level,
    permit: { operation: operation.id, level: level.id },
    record: startedRecord,
    person: welder,
    neededFrom: isoDate('2026-11-24'),
    neededThrough: isoDate('2026-11-24'),
    today: isoDate('2026-11-24'),
    ...change,
  }
}

export const verdictOf = (
  requirement: Requirement,
  parameters: { readonly [name: string]: unknown },
  about: Asked,
): Verdict => requirement.check(parameters as never, about, somebodyIn(about.facts, about.person))

/** The codes with which a requirement refuses; empty when it is met. */
export const codesOf = (
  requirement: Requirement,
  parameters: { readonly [name: string]: unknown },
  about: Asked,
): readonly string[] => verdictOf(requirement, parameters, about).problems.map(({ code }) => code)

export const asPerson = (person: PersonId): Asked => context({ person })
