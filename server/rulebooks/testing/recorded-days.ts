import type { GuardedCommand } from '#core/job/commands.ts'
import type { Decision } from '#core/job/decision.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Facts } from '#core/job/facts.ts'
import type { Refusal } from '#core/job/refusal.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { workADay, type Worked } from './day-of-work.ts'
import { days } from './days.ts'

/** What the rules said, without what they relied on: revisions of facts are no meaning of a rule. */
export type Outcome = { readonly events: readonly JobEvent[] } | { readonly refusals: readonly Refusal[] }
export type RecordedStep =
  | { readonly command: GuardedCommand; readonly outcome: Outcome }
  | { readonly happened: JobEvent }
export type RecordedDays = {
  readonly rulebook: string
  readonly edition: string
  readonly days: readonly {
    readonly worked: Worked
    readonly world: Facts
    readonly steps: readonly RecordedStep[]
  }[]
}

export const outcomeOf = (decision: Decision): Outcome =>
  decision.accepted ? { events: decision.events } : { refusals: decision.refusals }

/** Lives the days of an edition and writes down what was asked and answered. */
export const recordDays = (rulebook: Rulebook): RecordedDays => ({
  rulebook: rulebook.id,
  edition: rulebook.edition,
  days: (days[rulebook.id] ?? []).map((worked) => {
    const { world, steps } = workADay(rulebook, worked)
    return {
      worked,
      world,
      steps: steps.map((step) =>
        'happened' in step ? step : { command: step.command, outcome: outcomeOf(step.decision) },
      ),
    }
  }),
})
