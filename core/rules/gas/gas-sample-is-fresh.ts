import { sampledGases } from '../../gas/sampled-gases.ts'
import type { Problem } from '../../job/refusal.ts'
import { addMinutes, minutesBetween } from '../../time/epoch.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'
import { currentBreak, sampleStillStands } from './current-break.ts'

/**
 * Work begins only on readings younger than the limit, for every gas at every point that the place asks for.
 *
 * Age counts from when the sample was taken, not from when it was uploaded: a phone that was offline for an hour would
 * otherwise deliver an old reading as a fresh one. Once work has begun the sample stands, through breaks that the level
 * allows as well: from there on the rhythm of records and the re-test after a break watch over the air.
 */
export const gasSampleIsFresh = defineRequirement({
  id: 'gas-sample-is-fresh@1',
  parameters: { kinds: 'texts', ageMinutesMax: 'number' },
  check: ({ kinds, ageMinutesMax }, { rulebook, facts, record, application, level }) => {
    const sampled = sampledGases(kinds, rulebook, facts.place, record?.gasTests ?? [])
    if (sampled === null) return unmet({ code: 'gases-of-place-unknown', params: { place: application.place } })

    const stands = sampleStillStands(currentBreak(record, facts.now), level.reTestAfterBreakMinutes.value)
    const oldest = sampled.reduce((at, { reading }) => Math.min(at, reading?.takenAt ?? Infinity), Infinity)
    const problems = sampled.flatMap(({ gas, point, reading }): readonly Problem[] => {
      if (!reading) return [{ code: 'gas-sample-missing', params: { gas: gas.id, point } }]
      const ageMinutes = minutesBetween(reading.takenAt, facts.now)
      // A reading from the future is no fresher than an old one: some clock is wrong.
      if (ageMinutes < 0) return [{ code: 'gas-sample-future', params: { gas: gas.id, point } }]
      return stands || ageMinutes <= ageMinutesMax
        ? []
        : [{ code: 'gas-sample-stale', params: { gas: gas.id, point, ageMinutes, ageMinutesMax } }]
    })
    if (problems.length > 0) return unmet(...problems)
    return !stands && Number.isFinite(oldest) ? metUntil(addMinutes(oldest as typeof facts.now, ageMinutesMax)) : met
  },
})
