import type { WeatherFeedRequest } from '#contract/weather.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { FeedProblem } from '../integrations/weather/weather-client.ts'
import type { Tx } from '../store/database.ts'

export type WeatherFeed = NonNullable<WeatherFeedRequest> & {
  readonly triedAt: EpochMs | null
  readonly answeredAt: EpochMs | null
  readonly problem: FeedProblem | null
  readonly failedTries: number
  readonly nextAt: EpochMs
}

/** Null where the plant uses no feed. */
export const readWeatherFeed = async (tx: Tx): Promise<WeatherFeed | null> => {
  const { rows } = await tx.query<WeatherFeed>(
    `select code, stations, tried_at as "triedAt", answered_at as "answeredAt", problem, failed_tries as "failedTries", next_at as "nextAt"
     from weather_feeds where plant_id = $1`,
    [tx.plantId],
  )
  return rows[0] ?? null
}

/** Under another code the next look is at once. */
export const writeWeatherFeed = async (tx: Tx, feed: WeatherFeedRequest): Promise<void> => {
  if (feed === null) {
    await tx.query('delete from weather_feeds where plant_id = $1', [tx.plantId])
    return
  }
  await tx.query(
    `insert into weather_feeds (plant_id, code, stations) values ($1, $2, $3)
     on conflict (plant_id) do update set code = excluded.code, stations = excluded.stations, next_at = 0`,
    [tx.plantId, feed.code, JSON.stringify(feed.stations)],
  )
}

type Looked = Pick<WeatherFeed, 'problem' | 'failedTries' | 'nextAt'> & { readonly at: EpochMs }

export const noteLook = async (tx: Tx, { at, problem, failedTries, nextAt }: Looked): Promise<void> => {
  await tx.query(
    `update weather_feeds set tried_at = $2, answered_at = case when $3::text is null then $2 else answered_at end,
       problem = $3, failed_tries = $4, next_at = $5 where plant_id = $1`,
    [tx.plantId, at, problem, failedTries, nextAt],
  )
}
