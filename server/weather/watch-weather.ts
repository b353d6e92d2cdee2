import type { PlantId } from '#core/ids.ts'
import { addMinutes, type EpochMs } from '#core/time/epoch.ts'
import type { Observation } from '../integrations/weather/weather-wire.ts'
import type { WeatherClient } from '../integrations/weather/weather-client.ts'
import { nextAttemptAt } from '../reactions/back-off.ts'
import { createRounds } from '../reactions/rounds.ts'
import type { Database, Tx } from '../store/database.ts'
import { recordWeather } from '../store/weather.ts'
import { noteLook, readWeatherFeed, type WeatherFeed } from './feed-rows.ts'

type Dependencies = {
  readonly database: Database
  readonly client: WeatherClient
  readonly clock: () => EpochMs
  readonly everyMinutes: number
}

const roundMs = 5_000
const skewMs = 60_000

/**
 * Brings in what the feed says, plant by plant, when it is due. Nothing depends on it: a reading grows old by itself, and an old
 * one counts as little as none.
 */
export const createWeatherWatch = (deps: Dependencies) => {
  const stopping = new AbortController()
  const rounds = createRounds(() => lookAtFeeds(deps, stopping.signal), roundMs)
  return {
    start: rounds.start,
    stop: (): Promise<void> => {
      stopping.abort()
      return rounds.stop()
    },
  }
}

/** One round: every plant whose time has come. One whose feed is slow keeps none of the others waiting longer than one call. */
export const lookAtFeeds = async (deps: Dependencies, signal: AbortSignal): Promise<void> => {
  const { rows } = await deps.database.plants.query<{ plant_id: PlantId }>(
    'select plant_id from plants order by plant_id',
  )
  await Promise.all(rows.map(({ plant_id }) => lookFor(plant_id, deps, signal)))
}

const lookFor = async (plantId: PlantId, deps: Dependencies, signal: AbortSignal): Promise<void> => {
  const { database, client, clock, everyMinutes } = deps
  const feed = await database.withPlant(plantId, (tx) => claimLook(tx, clock(), everyMinutes))
  if (!feed) return
  const fetched = await client.fetchObservations(feed.code, signal)
  if (signal.aborted) return
  const now = clock()
  await database.withPlant(plantId, async (tx) => {
    if (fetched.kind === 'failed') {
      const failedTries = feed.failedTries + 1
      const nextAt = nextAttemptAt(now, failedTries, fetched.waitSecondsMin)
      return noteLook(tx, { at: now, problem: fetched.problem, failedTries, nextAt })
    }
    const usable = fetched.observations.filter(({ observedAt }) => observedAt <= now + skewMs)
    for (const observation of usable) await keepObservation(tx, observation, now)
    // An answer of which nothing can be used is no weather; it is asked again at the usual time.
    const problem = usable.length === 0 ? 'weather-answer-unreadable' : null
    await noteLook(tx, { at: now, problem, failedTries: 0, nextAt: addMinutes(now, everyMinutes) })
  })
}

/** Of several processes one looks: whoever is first puts the next look off, and whoever dies in between only costs one round. */
const claimLook = async (tx: Tx, now: EpochMs, everyMinutes: number): Promise<WeatherFeed | null> => {
  const { rowCount } = await tx.query('update weather_feeds set next_at = $3 where plant_id = $1 and next_at <= $2', [
    tx.plantId,
    now,
    addMinutes(now, everyMinutes),
  ])
  return rowCount === 0 ? null : readWeatherFeed(tx)
}

const keepObservation = (tx: Tx, { station, ...reading }: Observation, now: EpochMs): Promise<boolean> =>
  recordWeather(tx, reading, { source: 'feed', station }, now)
