import { z } from 'zod'
import { weatherKinds, windForceMax } from '#core/place/weather.ts'
import { instant } from './values.ts'

/** What somebody saw or read off: the wind in Beaufort, and what the sky does; an empty list says that it was fair. */
export const weatherReading = z.strictObject({
  observedAt: instant,
  windForce: z.int().min(0).max(windForceMax),
  sky: z.array(z.enum(weatherKinds)).max(weatherKinds.length),
})

/** The latest reading, or null while nobody has looked. */
export const latestWeather = z.object({ reading: weatherReading.nullable() })

export type WeatherReading = z.output<typeof weatherReading>
export type LatestWeather = z.output<typeof latestWeather>
