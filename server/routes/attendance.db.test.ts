import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hourMs } from '#core/time/epoch.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

const welder = cast['welder-qualified'].number

describe('attendance', () => {
  let plant: TestPlant
  before(async () => {
    plant = await createTestPlant()
  })
  after(() => plant.close())

  const tell = async (login: string, stretches: readonly object[]) =>
    plant.request('/api/attendance', { cookie: await plant.signIn(login), body: { source: 'gate', stretches } })
  const reasons = async () => {
    const { body } = await plant.request('/api/jobs/precheck', {
      cookie: await plant.signIn('leader'),
      body: { application: applicationAt(plant.now()) },
    })
    return body['refusals'].map(({ code, params }: { code: string; params: { person: string } }) => [
      code,
      params.person,
    ])
  }

  test('keeps nobody from work who is rested', async () => {
    const from = plant.now() - 11 * hourMs
    assert.equal((await tell('safety', [{ person: welder, from, to: null }])).status, 200)
    assert.deepEqual(await reasons(), [])
  })

  test('keeps whoever has been on duty too long from work, and says until when', async () => {
    const from = plant.now() - 13 * hourMs
    await tell('safety', [{ person: welder, from, to: plant.now() - 11 * hourMs }])
    assert.deepEqual(await reasons(), [['rest-needed', welder]])
  })

  test('a stretch that is told again gets its end and keeps it', async () => {
    const from = plant.now() - 13 * hourMs
    const end = plant.now() - 12 * hourMs
    await tell('safety', [{ person: welder, from: plant.now() - 11 * hourMs, to: plant.now() - 10 * hourMs }])
    await tell('safety', [{ person: welder, from, to: end }])
    await tell('safety', [{ person: welder, from, to: null }])
    assert.deepEqual(await reasons(), [])
  })

  test('offers no colleague who needs rest as well', async () => {
    const colleague = cast['welder-qualified-2'].number
    const unfitOf = async (): Promise<readonly string[]> => {
      const { body } = await plant.request('/api/jobs/substitutes', {
        cookie: await plant.signIn('leader'),
        body: {
          application: applicationAt(plant.now()),
          part: 'crew',
          duties: ['welder', 'entrant'],
          replaced: welder,
          search: cast['welder-qualified-2'].name,
        },
      })
      const one = body['unfit'].find(({ person }: { person: string }) => person === colleague)
      return one?.refusals.map(({ code }: { code: string }) => code) ?? []
    }
    assert.deepEqual(await unfitOf(), [])
    await tell('safety', [{ person: colleague, from: plant.now() - 13 * hourMs, to: null }])
    assert.ok((await unfitOf()).includes('rest-needed'))
  })

  test('is refused whole when one stretch is wrong, naming it', async () => {
    const good = { person: welder, from: plant.now() - hourMs, to: null }
    const wrong = [
      [{ ...good, person: 'nobody' }, 'stretches.1.person'],
      [{ ...good, to: good.from }, 'stretches.1.to'],
      [{ ...good, from: plant.now() + hourMs }, 'stretches.1'],
    ] as const
    for (const [stretch, path] of wrong) {
      const { status, body } = await tell('safety', [good, stretch])
      assert.deepEqual([status, body['fields'][0].path], [422, path])
    }
    assert.equal((await tell('welder', [good])).status, 403)
  })
})
