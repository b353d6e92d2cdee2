import { z } from 'zod'
import { weatherKinds, windForceMax } from '#core/place/weather.ts'
import { instant, placeId, shortText } from './values.ts'

/** What somebody saw or read off: the wind in Beaufort, and what the sky does; an empty list says that it was fair. */
export const weatherReading = z.strictObject({
  observedAt: instant,
  windForce: z.int().min(0).max(windForceMax),
  sky: z.array(z.enum(weatherKinds)).max(weatherKinds.length),
})

/** One voice: somebody who looked, or a station of the feed. Null is what it did not say, and so unknown. */
const weatherVoice = z.object({
  observedAt: instant,
  windForce: z.number().nullable(),
  sky: z.array(z.enum(weatherKinds)).nullable(),
  windMetresPerSecond: z.number().nullable(),
  temperatureCelsius: z.number().nullable(),
  visibilityMetres: z.number().nullable(),
  rainMmPerHour: z.number().nullable(),
  source: z.enum(['hand', 'feed']),
  /** As the plant calls it; null: it speaks for the whole plant. */
  station: z.string().nullable(),
  recordedBy: z.string().nullable(),
})

/** The newest reading, or null while nobody has looked; the newest of each voice; and how the feed does, or null without one. */
export const latestWeather = z.object({
  reading: weatherVoice.nullable(),
  voices: z.array(weatherVoice),
  feed: z
    .object({
      answeredAt: instant.nullable(),
      triedAt: instant.nullable(),
      problem: z.string().nullable(),
      nextAt: z.number(),
    })
    .nullable(),
})

const stationsMax = 100
/** By which code the feed knows the plant, and for which places its stations speak; null switches it off. */
export const weatherFeedRequest = z
  .strictObject({
    code: shortText,
    stations: z
      .array(
        z.strictObject({
          station: z.string().trim().min(1).max(80),
          name: shortText,
          places: z.array(placeId).min(1).max(200),
        }),
      )
      .max(stationsMax),
  })
  .nullable()

export type WeatherReading = z.output<typeof weatherReading>
export type WeatherVoice = z.output<typeof weatherVoice>
export type LatestWeather = z.output<typeof latestWeather>
export type WeatherFeedRequest = z.output<typeof weatherFeedRequest>
