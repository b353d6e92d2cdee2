import { addMinutes, minutesBetween } from '../../time/epoch.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'

/** Outdoors, the wind is known and below the force at which this work is forbidden. An unknown roof counts as none. */
export const windAllows = defineRequirement({
  id: 'wind-allows@1',
  parameters: { windForceForbidden: 'number', ageMinutesMax: 'number' },
  check: ({ windForceForbidden, ageMinutesMax }, { facts }) => {
    if (facts.place?.isOutdoor === false) return met
    const { weather } = facts
    if (weather?.windForce === undefined) return unmet({ code: 'weather-unknown', params: {} })
    const ageMinutes = minutesBetween(weather.observedAt, facts.now)
    if (!(0 <= ageMinutes && ageMinutes <= ageMinutesMax))
      return unmet({ code: 'weather-stale', params: { ageMinutes, ageMinutesMax } })
    if (weather.windForce < windForceForbidden) return metUntil(addMinutes(weather.observedAt, ageMinutesMax))
    return unmet({
      code: 'wind-too-strong',
      params: { windForce: weather.windForce, windForceMax: windForceForbidden - 1 },
    })
  },
})
