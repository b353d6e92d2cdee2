import type { LatestWeather, WeatherVoice } from '#contract/weather.ts'
import type { Tx } from '../store/database.ts'
import { readVoices, type KnownReading } from '../store/weather.ts'
import { readWeatherFeed, type WeatherFeed } from '../weather/feed-rows.ts'

export const readLatestWeather = async (tx: Tx): Promise<LatestWeather> => {
  const feed = await readWeatherFeed(tx)
  const voices = (await readVoices(tx)).map((reading) => toVoice(reading, feed))
  return {
    reading: voices[0] ?? null,
    voices,
    feed: feed && {
      answeredAt: feed.answeredAt,
      triedAt: feed.triedAt,
      problem: feed.problem,
      nextAt: feed.nextAt,
    },
  }
}

const toVoice = (
  {
    station,
    sky,
    windForce,
    windMetresPerSecond,
    temperatureCelsius,
    visibilityMetres,
    rainMmPerHour,
    ...said
  }: KnownReading,
  feed: WeatherFeed | null,
): WeatherVoice => ({
  ...said,
  windForce: windForce ?? null,
  sky: sky ? [...sky] : null,
  windMetresPerSecond: windMetresPerSecond ?? null,
  temperatureCelsius: temperatureCelsius ?? null,
  visibilityMetres: visibilityMetres ?? null,
  rainMmPerHour: rainMmPerHour ?? null,
  station: station === '' ? null : (feed?.stations.find((one) => one.station === station)?.name ?? station),
})
