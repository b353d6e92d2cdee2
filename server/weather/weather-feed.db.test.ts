import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { after, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { id, type PlaceId } from '#core/ids.ts'
import { addMinutes, epochMs, type EpochMs } from '#core/time/epoch.ts'
import { demoPlant, southPlant } from '#demo/load-plant.ts'
import { createWeatherClient } from '../integrations/weather/weather-client.ts'
import { readWeather } from '../store/weather.ts'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'
import { writeWeatherFeed } from './feed-rows.ts'
import { lookAtFeeds } from './watch-weather.ts'

/** The feed runs as a process of its own, as a real one would: nothing is shared but the wire. */
const program = fileURLToPath(new URL('../../simulators/weather/main.ts', import.meta.url))
const everyMinutes = 10
const bay = { id: id<PlaceId>('storage-loading-bay') }

describe('the weather feed', () => {
  let plant: TestPlant
  let feed: ChildProcess
  let baseUrl = ''
  // Every test begins later than all that was told before it, and yet in the past of the feed's own clock.
  let begin: EpochMs = addMinutes(epochMs(Date.now()), -24 * 60)
  let now = begin
  let cookie = ''

  before(async () => {
    plant = await createTestPlant()
    cookie = await plant.signIn('safety')
    feed = spawn(process.execPath, [program], {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    assert.ok(feed.stdout)
    const [line] = (await once(feed.stdout, 'data')) as [Buffer]
    baseUrl = `${/http:\S+/.exec(line.toString())?.[0]}/`
  })
  after(async () => {
    feed.kill('SIGTERM')
    await once(feed, 'exit')
    await plant.close()
  })
  beforeEach(async () => {
    await order('reset')
    begin = addMinutes(begin, 40)
    now = begin
    // The other plant of the group has a feed as well, and would use up what was ordered for this one.
    for (const plantId of [demoPlant, southPlant])
      await plant.database.withPlant(plantId, (tx) => writeWeatherFeed(tx, null))
    await connect({ code: 'P1', stations: [] })
  })

  const order = async (name: string, body: object = {}): Promise<{ calls: string[] }> => {
    const response = await fetch(`${baseUrl}__control/${name}`, { method: 'POST', body: JSON.stringify(body) })
    assert.equal(response.status, 200)
    return (await response.json()) as { calls: string[] }
  }
  const connect = (value: object | null) =>
    plant.request('/api/weather/feed', { method: 'PUT', cookie, body: JSON.stringify(value) })
  const tell = (...observations: object[]) => order('weather', { observations })
  const look = (token = 'holdpoint-demo') =>
    lookAtFeeds(
      {
        database: plant.database,
        clock: () => now,
        everyMinutes,
        client: createWeatherClient({ baseUrl, token, everyMinutes, timeoutMs: 800 }),
      },
      new AbortController().signal,
    )
  const known = () => plant.database.withPlant(demoPlant, (tx) => readWeather(tx, bay))
  const page = async () => (await plant.request('/api/weather', { cookie })).body
  const calls = async () => (await order('state')).calls.filter((code) => code === 'P1').length
  const fresh = (change: object = {}) => ({
    observedAt: new Date(now).toISOString(),
    windMetresPerSecond: 10.9,
    rainMmPerHour: 0.5,
    visibilityMetres: 800,
    temperatureCelsius: 3,
    ...change,
  })

  test('brings in wind as a force, rain, fog and temperature, and says that they are the feed’s', async () => {
    await tell(fresh())
    await look()
    const facts = await known()
    assert.deepEqual([facts?.windForce, facts?.sky, facts?.observedAt], [6, ['rain', 'fog'], now])
    assert.equal(facts?.revision, `weather:feed.${now}`)
    const { reading, feed: state } = await page()
    assert.deepEqual(
      [reading.source, reading.station, reading.windMetresPerSecond, reading.temperatureCelsius, state.problem],
      ['feed', null, 10.9, 3, null],
    )
  })

  test('is asked every ten minutes and not before', async () => {
    await look()
    await look()
    assert.equal(await calls(), 1)
    now = addMinutes(now, everyMinutes)
    await look()
    assert.equal(await calls(), 2)
  })

  test('of which several rounds run at once is asked by one', async () => {
    await Promise.all([look(), look(), look()])
    assert.equal(await calls(), 1)
  })

  const failures: readonly (readonly [string, object, string])[] = [
    ['down', {}, 'weather-unreachable'],
    ['late', { delayMs: 1500 }, 'weather-timed-out'],
    ['status', { status: 503 }, 'weather-busy'],
    ['not-json', {}, 'weather-answer-unreadable'],
    ['other-shape', {}, 'weather-answer-unreadable'],
    ['impossible', {}, 'weather-answer-unreadable'],
    ['ahead', {}, 'weather-answer-unreadable'],
  ]
  for (const [how, more, problem] of failures)
    test(`leaves the weather as old as it is when it is ${how}, says so, and is asked again`, async () => {
      await tell(fresh({ windMetresPerSecond: 2 }))
      await look()
      const before_ = await known()
      now = addMinutes(now, everyMinutes)
      await order('misbehave', { how, calls: 1, ...more })
      await look()
      assert.deepEqual(await known(), before_)
      assert.equal((await page())['feed'].problem, problem)
      now = addMinutes(now, everyMinutes)
      await tell(fresh({ windMetresPerSecond: 2 }))
      await look()
      assert.equal((await known())?.observedAt, now)
      assert.equal((await page())['feed'].problem, null)
    })

  test('is tried again after five seconds, then ten, and not before it asks for', async () => {
    await order('misbehave', { how: 'down', calls: 2 })
    await look()
    const nextAt = async () => (await page())['feed'].nextAt - now
    assert.equal(await nextAt(), 5_000)
    now = epochMs(now + 5_000)
    await look()
    assert.equal(await nextAt(), 10_000)
    now = epochMs(now + 10_000)
    await order('misbehave', { how: 'status', status: 503, retryAfterSeconds: 600, calls: 1 })
    await look()
    assert.equal(await nextAt(), 600_000)
  })

  test('may be a minute ahead of our clock and no more, and answered last when it last answered', async () => {
    const ahead = (ms: number) => fresh({ observedAt: new Date(now + ms).toISOString() })
    await tell(ahead(60_000))
    await look()
    assert.equal((await known())?.observedAt, now + 60_000)
    const answeredAt = now
    now = addMinutes(now, everyMinutes)
    await tell(ahead(61_000))
    await order('misbehave', { how: 'down', calls: 1 })
    await look()
    assert.equal((await page())['feed'].answeredAt, answeredAt)
    now = addMinutes(now, everyMinutes)
    await tell(ahead(61_000))
    await look()
    assert.equal((await known())?.observedAt, answeredAt + 60_000)
    assert.equal((await page())['feed'].problem, 'weather-answer-unreadable')
  })

  test('tells the same twice and it is one reading; old news stay old', async () => {
    await tell(fresh())
    await look()
    now = addMinutes(now, everyMinutes)
    await order('misbehave', { how: 'duplicate', calls: 1 })
    await look()
    const { observedAt } = (await known()) ?? assert.fail()
    assert.equal(observedAt, addMinutes(now, -everyMinutes))
    const rows = await plant.database.withPlant(demoPlant, (tx) =>
      tx.query('select from weather_readings where plant_id = $1 and observed_at = $2', [tx.plantId, observedAt]),
    )
    assert.equal(rows.rowCount, 1)
  })

  test('that gives no wind leaves it unknown, which is not calm', async () => {
    await tell(fresh())
    await order('misbehave', { how: 'silent-sensor', calls: 1 })
    await look()
    assert.equal((await known())?.windForce, undefined)
    assert.equal((await page())['reading'].windForce, null)
  })

  test('speaks by a station only for the places that it was registered for', async () => {
    const places = ['storage-loading-bay']
    assert.equal((await connect({ code: 'P1', stations: [{ station: 'S1', name: '装卸台', places }] })).status, 204)
    await tell(
      fresh({ station: 'S1', windMetresPerSecond: 20 }),
      fresh({ station: 'S2', windMetresPerSecond: 30 }),
      fresh({ windMetresPerSecond: 1, observedAt: new Date(now - 60_000).toISOString() }),
    )
    await look()
    assert.equal((await known())?.windForce, 8)
    const elsewhere = await plant.database.withPlant(demoPlant, (tx) =>
      readWeather(tx, { id: id<PlaceId>('maintenance-shop') }),
    )
    assert.equal(elsewhere?.windForce, 1)
    const names = (await page())['voices'].map(({ station }: { station: string | null }) => station)
    assert.ok(names.includes('装卸台') && names.includes('S2') && names.includes(null))
  })

  test('is not let in with a wrong token, and is switched by an administrator alone, for places that exist', async () => {
    await look('stolen')
    assert.equal((await page())['feed'].problem, 'weather-sign-in-refused')
    const stations = [{ station: 'S1', name: '台', places: ['moon'] }]
    const wrong = await connect({ code: 'P1', stations })
    assert.deepEqual([wrong.status, wrong.body['fields'][0].path], [422, 'stations.0.places.0'])
    const leader = await plant.signIn('leader')
    assert.equal(
      (await plant.request('/api/weather/feed', { method: 'PUT', cookie: leader, body: 'null' })).status,
      403,
    )
    assert.equal((await connect(null)).status, 204)
    assert.equal((await page())['feed'], null)
  })
})
