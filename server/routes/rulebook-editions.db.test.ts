import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

let plant: TestPlant
let officer: string
let text = ''
before(async () => {
  plant = await createTestPlant()
  officer = await plant.signIn('officer')
  text = (await plant.request('/api/rulebook/text', { cookie: officer })).body['text']
})
after(() => plant.close())

const renamed = (edition: string, change: (text: string) => string = (same) => same): string =>
  change(text).replace(/^edition: .*$/m, `edition: ${edition}`)
const check = async (proposed: string) =>
  (await plant.request('/api/rulebook/check', { cookie: officer, body: { text: proposed } })).body
const publish = (proposed: string, key = `publish-${proposed.length}`) =>
  plant.request('/api/rulebook/editions', { cookie: officer, key, body: { text: proposed } })
const inForce = async () => (await plant.request('/api/rulebook', { cookie: officer })).body['edition'] as string

/** 6.3 a: 30 minutes between test and entry, a floor of the standard. */
const sample = (minutes: number) => (written: string) =>
  written.replace('ageMinutesMax: 30', `ageMinutesMax: ${minutes}`)

describe('an edition that a safety officer writes', () => {
  test('is the rulebook in force, word for word, until something in it is changed', async () => {
    assert.deepEqual(
      (({ problems, breaches, changes, mayPublish }) => ({ problems, breaches, changes, mayPublish }))(
        (await check(renamed('ours-1'))) as never as Record<string, unknown>,
      ),
      { problems: [], breaches: [], changes: [], mayPublish: true },
    )
  })

  test('is told what cannot be read, with the line where it stands', async () => {
    const misspelt = renamed('ours-1', (written) => written.replace('  restWeekdays:', '  restWeekday:'))
    const line = misspelt.split('\n').findIndex((one) => one.startsWith('  restWeekday:')) + 1
    const { problems, mayPublish } = await check(misspelt)
    assert.equal(mayPublish, false)
    assert.ok(
      problems.some(
        (one: { code: string; path: string; line: number }) =>
          one.code === 'field-unknown' && one.path === 'calendar' && Math.abs(one.line - line) <= 5,
      ),
      JSON.stringify(problems),
    )
    const unreadable = await check('edition: [')
    assert.deepEqual([unreadable['problems'][0].code, unreadable['mayPublish']], ['yaml-unreadable', false])
  })

  test('is refused with the clause where it asks for less than the standard', async () => {
    const loose = renamed('ours-loose', sample(60))
    const { breaches, mayPublish } = await check(loose)
    assert.equal(mayPublish, false)
    assert.ok(
      breaches.some((one: { clause: string; change: string }) => one.clause === '5.3.1 c' && one.change === 'looser'),
      JSON.stringify(breaches),
    )
    const refused = await publish(loose)
    assert.equal(refused.status, 409)
    assert.deepEqual(refused.body['breaches'], breaches)
  })

  test('that asks for more is published and counts for new work at once', async () => {
    const strict = renamed('ours-strict', (written) =>
      sample(15)(written).replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2026-11-24'),
    )
    const { changes, mayPublish } = await check(strict)
    assert.equal(mayPublish, true)
    assert.deepEqual([...new Set(changes.map(({ change }: { change: string }) => change))], ['stricter'])
    assert.equal((await publish(strict, 'publish-strict-1')).status, 201)
    assert.equal((await publish(strict, 'publish-strict-1')).status, 201, 'the same wish again')
    assert.equal(await inForce(), 'ours-strict')
    const taken = await publish(strict, 'publish-strict-2')
    assert.deepEqual([taken.status, taken.body['problems'][0].code], [409, 'edition-taken'])
    const { body } = await plant.request('/api/rulebook/editions', { cookie: officer })
    assert.deepEqual(
      body['editions'].map(({ edition, isOfPlant }: { edition: string; isOfPlant: boolean }) => [edition, isOfPlant]),
      [
        ['ours-strict', true],
        [body['standard'], false],
      ],
    )
  })

  test('can start from what the product proposes next, which is in force for nobody until it is published', async () => {
    const { body } = await plant.request('/api/rulebook/editions', { cookie: officer })
    assert.equal(body['proposed'], '2026-12-01')
    assert.notEqual(await inForce(), '2026-12-01')
    const proposed = (await plant.request('/api/rulebook/text?of=proposed', { cookie: officer })).body['text'] as string
    const { changes, problems, breaches, mayPublish } = await check(proposed)
    assert.deepEqual({ problems, breaches, mayPublish }, { problems: [], breaches: [], mayPublish: true })
    assert.ok(changes.every(({ path }: { path: string }) => path.endsWith('.guardian.countMin')))
    assert.equal((await plant.request('/api/rulebook/text?of=other', { cookie: officer })).status, 422)
  })

  test('is nobody else’s to write', async () => {
    const leader = await plant.signIn('leader')
    for (const path of ['/api/rulebook/check', '/api/rulebook/editions'])
      assert.equal((await plant.request(path, { cookie: leader, key: 'not-yours-1', body: { text } })).status, 403)
    assert.equal((await plant.request('/api/rulebook/text', { cookie: leader })).status, 403)
    assert.equal((await plant.request('/api/rulebook/check', { cookie: officer, body: { text: '' } })).status, 422)
  })
})
