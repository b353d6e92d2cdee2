import type { PersonId } from '../ids.ts'
import { application, facts, jobAfter, rulebook, untilActive, welder } from '../job/examples.ts'
import type { JobRecord } from '../job/job.ts'
import { isoDate } from '../time/epoch.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import type { Context, Requirement } from './requirement.ts'

const active = jobAfter(untilActive)
if (!('record' in active)) throw new Error('the example job did not start')

/** The record of a job that has just started with everything in order. */
export const startedRecord: JobRecord = active.record

/** What a requirement sees of that job, asked about its welder, with something changed. */
export const context = (change: Partial<Context> = {}): Context => {
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

/** The codes with which a requirement refuses; empty when it is met. */
export const codesOf = (
  requirement: Requirement,
  parameters: { readonly [name: string]: unknown },
  about: Context,
): readonly string[] => requirement.check(parameters as never, about).problems.map(({ code }) => code)

export const asPerson = (person: PersonId): Context => context({ person })
