import { addMinutes, latest, type EpochMs } from '../../time/epoch.ts'
import { windowsOverlap, type Window } from '../../time/window.ts'
import { defineRequirement, met, unmet, type Verdict } from '../requirement.ts'
import type { Engagement } from '../../job/facts.ts'

/**
 * A guardian guards one job at a time, and nobody guards here while working there: any engagement in the same time
 * counts, planned or present. Workers may be planned for two jobs in a row of one day, but not be at work in two.
 */
export const isFreeForThisJob = defineRequirement({
  id: 'is-free-for-this-job@1',
  parameters: { as: 'text' },
  check: ({ as }, { facts, application }, { person }) => {
    if (!facts.engagements) return unmet({ code: 'engagements-unknown', params: {} })
    const elsewhere = facts.engagements.filter(
      (one) => one.person === person && windowsOverlap(spanOf(one, facts.now), application.window),
    )
    return as === 'guardian' ? judgeGuardian(elsewhere) : judgeWorker(elsewhere)
  },
})

/** Whoever is still present elsewhere is not free, though that job's time is over. */
const spanOf = ({ state, window: { from, to } }: Engagement, now: EpochMs): Window => {
  switch (state) {
    case 'planned':
      return { from, to }
    case 'present':
      return { from, to: latest(to, addMinutes(now, 1)) }
  }
}

const judgeGuardian = (elsewhere: readonly Engagement[]): Verdict =>
  unmet(
    ...elsewhere.map(({ person, job }) => ({ code: 'guardian-guards-elsewhere', params: { person, job } }) as const),
  )

const judgeWorker = (elsewhere: readonly Engagement[]): Verdict => {
  const binding = elsewhere.filter(({ as, state }) => as === 'guardian' || state === 'present')
  if (binding.length === 0) return met
  return unmet(
    ...binding.map(({ person, job }) => ({ code: 'worker-works-elsewhere', params: { person, job } }) as const),
  )
}
