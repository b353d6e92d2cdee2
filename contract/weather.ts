import { z } from 'zod'
import { instant } from './values.ts'

export const weatherKinds = ['rain', 'heavy-rain', 'snow', 'heavy-snow', 'fog', 'thick-fog', 'thunderstorm'] as const

/** What somebody saw or read off: the wind in Beaufort, and what the sky does; an empty list says that it was fair. */
export const weatherReading = z.strictObject({
  observedAt: instant,
  windForce: z.int().min(0).max(17),
  sky: z.array(z.enum(weatherKinds)).max(weatherKinds.length),
})

/** The latest reading, or null while nobody has looked. */
export const latestWeather = z.object({ reading: weatherReading.nullable() })

export type WeatherReading = z.output<typeof weatherReading>
