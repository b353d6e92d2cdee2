import type { EpochMs } from '#core/time/epoch.ts'
import type { Database } from '#server/store/database.ts'
import { recordWeather } from '#server/store/weather.ts'
import { demoPlant } from './load-plant.ts'

/** Well within the hour after which nobody may rely on what the sky did. */
export const demoWeatherEveryMs = 20 * 60_000

/** A calm, fair day, looked at again and again, as a plant's weather station would. */
export const recordDemoWeather = (database: Pick<Database, 'withPlant'>, now: EpochMs): Promise<void> =>
  database.withPlant(demoPlant, (tx) => recordWeather(tx, { observedAt: now, windForce: 2, sky: [] }))
