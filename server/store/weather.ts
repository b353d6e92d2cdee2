import type { PersonId } from '#core/ids.ts'
import type { PlaceFacts, WeatherFacts } from '#core/job/facts.ts'
import type { Weather } from '#core/place/weather.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './database.ts'

/** What was seen or measured; what is absent is unknown, and unknown outdoors refuses. */
export type WeatherReading = Pick<WeatherFacts, 'observedAt'> & {
  readonly windForce?: number
  readonly sky?: readonly Weather[]
  readonly windMetresPerSecond?: number
  readonly temperatureCelsius?: number
  readonly visibilityMetres?: number
  readonly rainMmPerHour?: number
}

/** By whom: somebody who looked, or a station of the feed (empty: the plant as a whole). */
export type WeatherOrigin =
  | { readonly source: 'hand'; readonly by: PersonId | null }
  | { readonly source: 'feed'; readonly station: string }

/**
 * Two people may look in the same moment, and a feed tells the same twice; the first word stands, and a later one is a later
 * reading. Answers whether it was new.
 */
export const recordWeather = async (
  tx: Tx,
  reading: WeatherReading,
  origin: WeatherOrigin,
  now: EpochMs,
): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `insert into weather_readings (plant_id, observed_at, station, source, recorded_by, recorded_at, wind_force, sky,
       wind_metres_per_second, temperature_celsius, visibility_metres, rain_mm_per_hour)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      tx.plantId,
      reading.observedAt,
      origin.source === 'feed' ? origin.station : '',
      origin.source,
      origin.source === 'hand' ? origin.by : null,
      now,
      reading.windForce ?? null,
      reading.sky ?? null,
      reading.windMetresPerSecond ?? null,
      reading.temperatureCelsius ?? null,
      reading.visibilityMetres ?? null,
      reading.rainMmPerHour ?? null,
    ],
  )
  return rowCount !== 0
}

export type KnownReading = WeatherReading & {
  readonly source: WeatherOrigin['source']
  readonly station: string
  readonly recordedBy: string | null
}

type Row = {
  observed_at: EpochMs
  station: string
  source: WeatherOrigin['source']
  recorded_by: string | null
  wind_force: string | null
  sky: Weather[] | null
  wind_metres_per_second: string | null
  temperature_celsius: string | null
  visibility_metres: string | null
  rain_mm_per_hour: string | null
}

/**
 * What a decision about a place looks at: the newest reading of whoever speaks for it. People speak for the whole plant, a
 * station for the places that it was registered for; one that nobody registered speaks for none.
 */
export const readWeather = async (
  tx: Tx,
  place: Pick<PlaceFacts, 'id' | 'parent'> | undefined,
): Promise<WeatherFacts | undefined> => {
  const around = place ? [place.id, ...(place.parent === undefined ? [] : [place.parent])] : []
  const { rows } = await tx.query<Row>(
    `select r.* from weather_readings r where r.plant_id = $1 and (r.station = '' or r.station in (
       select s ->> 'station' from weather_feeds f, jsonb_array_elements(f.stations) s
       where f.plant_id = $1 and s -> 'places' ?| $2::text[]))
     order by r.observed_at desc, r.source = 'feed' limit 1`,
    [tx.plantId, around],
  )
  const [row] = rows
  if (!row) return undefined
  const { observedAt, windForce, sky, source, station } = toReading(row)
  return {
    observedAt,
    revision: `weather:${[source, station, observedAt].filter((part) => part !== '').join('.')}`,
    ...(windForce === undefined ? {} : { windForce }),
    ...(sky === undefined ? {} : { sky }),
  }
}

/** The newest of each voice, the newest of all first. */
export const readVoices = async (tx: Tx): Promise<readonly KnownReading[]> => {
  const { rows } = await tx.query<Row>(
    `select distinct on (r.source, r.station) r.*, coalesce(p.name, r.recorded_by) as recorded_by from weather_readings r
       left join people p on p.plant_id = r.plant_id and p.person_id = r.recorded_by
     where r.plant_id = $1 order by r.source, r.station, r.observed_at desc`,
    [tx.plantId],
  )
  return rows.map(toReading).toSorted((a, b) => b.observedAt - a.observedAt)
}

const toReading = (row: Row): KnownReading => ({
  observedAt: row.observed_at,
  source: row.source,
  station: row.station,
  recordedBy: row.recorded_by,
  ...(row.wind_force === null ? {} : { windForce: Number(row.wind_force) }),
  ...(row.sky === null ? {} : { sky: row.sky }),
  ...(row.wind_metres_per_second === null ? {} : { windMetresPerSecond: Number(row.wind_metres_per_second) }),
  ...(row.temperature_celsius === null ? {} : { temperatureCelsius: Number(row.temperature_celsius) }),
  ...(row.visibility_metres === null ? {} : { visibilityMetres: Number(row.visibility_metres) }),
  ...(row.rain_mm_per_hour === null ? {} : { rainMmPerHour: Number(row.rain_mm_per_hour) }),
})
