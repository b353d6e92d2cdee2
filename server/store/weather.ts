import type { WeatherFacts } from '#core/job/facts.ts'
import type { Weather } from '#core/place/weather.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

type Reading = Required<Pick<WeatherFacts, 'observedAt' | 'windForce' | 'sky'>>

/** Two people may look in the same moment; the first word stands, and a later one is a later reading. */
export const recordWeather = async (tx: Tx, { observedAt, windForce, sky }: Reading): Promise<void> => {
  await tx.query(
    `insert into weather_readings (plant_id, observed_at, wind_force, sky) values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.plantId, observedAt, windForce, sky],
  )
}

/** The newest reading; what nobody looked at is absent, and so unknown. */
export const readWeather = async (tx: Tx): Promise<WeatherFacts | undefined> => {
  const { rows } = await tx.query<{ observed_at: EpochMs; wind_force: string | null; sky: Weather[] | null }>(
    'select observed_at, wind_force, sky from weather_readings where plant_id = $1 order by observed_at desc limit 1',
    [tx.plantId],
  )
  const [latest] = rows
  if (!latest) return undefined
  return {
    observedAt: latest.observed_at,
    revision: `weather:${latest.observed_at}`,
    ...(latest.wind_force === null ? {} : { windForce: Number(latest.wind_force) }),
    ...(latest.sky === null ? {} : { sky: latest.sky }),
  }
}
