import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPlant } from '#demo/load-plant.ts'
import { cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

let plant: TestPlant
let officer: string
let manager: string
let text = ''
before(async () => {
  plant = await createTestPlant()
  officer = await plant.signIn('officer')
  manager = await plant.signIn('safety')
  text = (await plant.request('/api/rulebook/text', { cookie: officer })).body['text']
})
after(() => plant.close())

const renamed = (edition: string, change: (text: string) => string = (same) => same): string =>
  change(text).replace(/^edition: .*$/m, `edition: ${edition}`)
const check = async (proposed: string) =>
  (await plant.request('/api/rulebook/check', { cookie: officer, body: { text: proposed } })).body
const handIn = (proposed: string, key: string, cookie = officer) =>
  plant.request('/api/rulebook/drafts', { cookie, key, body: { text: proposed } })
type Draft = { readonly id: string; readonly edition: string; readonly by: string; readonly isOwn: boolean }
const draftsOf = async (cookie: string) =>
  (await plant.request('/api/rulebook/drafts', { cookie })).body['drafts'] as readonly Draft[]
const close = (how: 'publish' | 'withdraw', draft: string | undefined, cookie: string, key = `${how}-${draft}`) =>
  plant.request(`/api/rulebook/drafts/${draft}/${how}`, { cookie, key, body: {} })
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
    const refused = await handIn(loose, 'hand-in-loose')
    assert.equal(refused.status, 409)
    assert.deepEqual(refused.body['breaches'], breaches)
    assert.deepEqual(await draftsOf(officer), [])
  })

  test('that asks for more is published by somebody else, and counts for new work from then on', async () => {
    const strict = renamed('ours-strict', (written) =>
      sample(15)(written).replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2026-11-24'),
    )
    const { changes, mayPublish } = await check(strict)
    assert.equal(mayPublish, true)
    assert.deepEqual([...new Set(changes.map(({ change }: { change: string }) => change))], ['stricter'])
    const before = await inForce()
    assert.equal((await handIn(strict, 'hand-in-strict')).status, 201)
    assert.equal((await handIn(strict, 'hand-in-strict')).status, 201, 'the same wish again')
    const [draft, ...more] = await draftsOf(officer)
    assert.deepEqual([draft?.edition, draft?.isOwn, more], ['ours-strict', true, []])
    assert.equal(await inForce(), before, 'handed in is not published')
    const own = await close('publish', draft?.id, officer)
    assert.deepEqual([own.status, own.body['code']], [403, 'draft-is-own'])
    assert.equal(await inForce(), before)

    const [seen] = await draftsOf(manager)
    assert.deepEqual([seen?.by, seen?.isOwn], [cast['safety-officer'].name, false])
    const read = await plant.request(`/api/rulebook/drafts/${seen?.id}`, { cookie: manager })
    assert.deepEqual([read.body['text'], read.body['check'].mayPublish], [strict, true])
    assert.equal((await close('publish', seen?.id, manager)).status, 201)
    assert.equal((await close('publish', seen?.id, manager)).status, 201, 'the same wish again')
    assert.equal(await inForce(), 'ours-strict')
    assert.equal((await close('publish', seen?.id, manager, 'publish-once-more')).body['code'], 'draft-closed')
    assert.deepEqual(await draftsOf(officer), [])
    const taken = await handIn(strict, 'hand-in-strict-2')
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

  test('cannot be published through a second account of whoever wrote it, nor by an account that is nobody’s', async () => {
    assert.equal((await handIn(renamed('ours-two-accounts'), 'hand-in-two-accounts')).status, 201)
    const [draft] = await draftsOf(officer)
    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(
        `update accounts set person_id = $2, roles = '{safety-officer}' where plant_id = $1 and login = 'auditor'`,
        [tx.plantId, cast['safety-officer'].number],
      ),
    )
    const twin = await plant.signIn('auditor')
    assert.equal((await close('publish', draft?.id, twin, 'publish-by-twin')).body['code'], 'draft-is-own')
    await plant.database.withPlant(demoPlant, (tx) =>
      tx.query(`update accounts set roles = '{safety-officer}' where plant_id = $1 and login = 'admin'`, [tx.plantId]),
    )
    const nobody = await plant.signIn('admin')
    const refused = await close('publish', draft?.id, nobody, 'publish-by-nobody')
    assert.deepEqual([refused.status, refused.body['code']], [403, 'account-without-person'])
    assert.equal(
      (await handIn(renamed('ours-nobody'), 'hand-in-nobody', nobody)).body['code'],
      'account-without-person',
    )

    assert.equal((await close('withdraw', draft?.id, officer)).status, 200)
    assert.deepEqual(await draftsOf(manager), [])
    assert.equal((await close('publish', draft?.id, manager)).body['code'], 'draft-closed')
    assert.equal((await close('publish', 'no-such-draft', manager)).status, 404)
  })

  test('is judged again when it is published, because a name may be taken meanwhile', async () => {
    for (const key of ['hand-in-twice-1', 'hand-in-twice-2'])
      assert.equal((await handIn(renamed('ours-twice', sample(15)), key)).status, 201)
    const [first, second] = await draftsOf(manager)
    assert.equal((await close('publish', first?.id, manager)).status, 201)
    const late = await close('publish', second?.id, manager)
    assert.deepEqual([late.status, late.body['problems'][0].code], [409, 'edition-taken'])
    assert.equal((await close('withdraw', second?.id, manager)).status, 200)
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
    for (const path of ['/api/rulebook/check', '/api/rulebook/drafts', '/api/rulebook/drafts/x/publish'])
      assert.equal((await plant.request(path, { cookie: leader, key: 'not-yours-1', body: { text } })).status, 403)
    assert.equal((await plant.request('/api/rulebook/text', { cookie: leader })).status, 403)
    assert.equal((await plant.request('/api/rulebook/check', { cookie: officer, body: { text: '' } })).status, 422)
  })
})
