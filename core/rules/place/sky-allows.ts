import { addMinutes, minutesBetween } from '../../time/epoch.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'

/** Outdoors, somebody has looked at the sky and nothing in it forbids this work. An unknown roof counts as none. */
export const skyAllows = defineRequirement({
  id: 'sky-allows@1',
  parameters: { weatherForbidden: 'texts', ageMinutesMax: 'number' },
  check: ({ weatherForbidden, ageMinutesMax }, { facts }) => {
    if (facts.place?.isOutdoor === false) return met
    const { weather } = facts
    if (weather?.sky === undefined) return unmet({ code: 'weather-unknown', params: {} })
    const ageMinutes = minutesBetween(weather.observedAt, facts.now)
    if (!(0 <= ageMinutes && ageMinutes <= ageMinutesMax))
      return unmet({ code: 'weather-stale', params: { ageMinutes, ageMinutesMax } })
    const forbidden = weather.sky.filter((one) => weatherForbidden.includes(one))
    return forbidden.length === 0
      ? metUntil(addMinutes(weather.observedAt, ageMinutesMax))
      : unmet(...forbidden.map((one) => ({ code: 'weather-forbids', params: { weather: one } }) as const))
  },
})
