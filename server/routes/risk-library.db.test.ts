import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { RiskHistory, RiskLibrary, RiskProposals } from '#contract/risk-library.ts'
import type { PreparationContent } from '#core/job/commands.ts'
import { demoLibrary } from '#demo/risk-library.ts'
import { applicationAt, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

/** What a plant has learned about its work, and what an analysis makes of it. */
describe('the risk library over HTTP', () => {
  let plant: TestPlant
  const as: { [login: string]: string } = {}
  let keys = 0
  const job = 'analysed'
  const row = {
    key: { operation: 'hot-work', equipment: 'reactor', area: 'synthesis-1' },
    step: '焊接',
    hazard: '衬里受热脱落',
    consequence: '砸伤',
    measures: '分段焊接,随时敲检',
    owner: 'crew',
  }

  before(async () => {
    plant = await createTestPlant()
    for (const login of ['officer', 'leader', 'director', 'contractor']) as[login] = await plant.signIn(login)
    const sent = await plant.command(as['leader'] ?? '', job, {
      type: 'SubmitJob',
      application: applicationAt(plant.now()),
    })
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
  })
  after(() => plant.close())

  const send = (login: string, path: string, body: object, key = `risk-key-${++keys}`) =>
    plant.request(path, { method: 'POST', cookie: as[login] ?? '', key, body })
  const library = async (): Promise<RiskLibrary> =>
    (await plant.request('/api/risk-library', { cookie: as['leader'] ?? '' })).body as never
  const proposed = async (operation = 'hot-work') =>
    (
      (await plant.request(`/api/jobs/${job}/risk-proposals`, { cookie: as['leader'] ?? '' }))
        .body as never as RiskProposals
    ).proposals[operation] ?? []

  test('proposes for each permit of a job what is said of its work, equipment and area, the most specific first', async () => {
    const hazards = await proposed()
    assert.deepEqual(hazards[0]?.key, { operation: 'hot-work', equipment: 'reactor', area: 'synthesis-1' })
    assert.deepEqual(hazards.at(-1)?.key, { operation: null, equipment: null, area: null })
    assert.ok(hazards.every(({ key }) => key.operation === 'hot-work' || key.operation === null))
    assert.ok(hazards.every(({ key }) => key.equipment === 'reactor' || key.equipment === null))
    assert.ok((await proposed('confined-space')).length > 4)
  })

  test('is written by the safety officer alone, once for a key', async () => {
    assert.equal((await send('leader', '/api/risk-library', row)).status, 403)
    assert.equal((await send('director', '/api/risk-library', row)).status, 403)
    assert.equal((await plant.request('/api/risk-library', { cookie: as['contractor'] ?? '' })).status, 403)
    const added = await send('officer', '/api/risk-library', row, 'risk-added-once')
    assert.equal(added.status, 201)
    assert.deepEqual((await send('officer', '/api/risk-library', row, 'risk-added-once')).body, added.body)
    assert.equal((await library()).entries.length, demoLibrary.length + 1)
    assert.deepEqual(
      (await proposed()).filter(({ hazard }) => hazard === row.hazard).map(({ version, owner }) => [version, owner]),
      [[1, 'crew']],
    )
  })

  test('keeps what a row was when it is changed or withdrawn, and lets nobody write over what they have not seen', async () => {
    const entry = (await library()).entries.find(({ hazard }) => hazard === row.hazard)?.id ?? ''
    const change = (seenVersion: number, part: object = {}) =>
      send('officer', `/api/risk-library/${entry}/versions`, { ...row, isWithdrawn: false, seenVersion, ...part })
    assert.equal((await change(1, { measures: '先拆衬里再焊' })).status, 200)
    const late = await change(1, { measures: '照旧' })
    assert.deepEqual(
      [late.status, late.body['code'], late.body['fields'][0].path],
      [409, 'risk-changed', 'seenVersion'],
    )
    assert.equal((await change(2, { isWithdrawn: true })).status, 200)
    assert.ok(!(await proposed()).some(({ id }) => id === entry))
    const { versions, people } = (await plant.request(`/api/risk-library/${entry}`, { cookie: as['leader'] ?? '' }))
      .body as never as RiskHistory
    assert.deepEqual(
      versions.map(({ version, measures, isWithdrawn }) => [version, measures, isWithdrawn]),
      [
        [3, row.measures, true],
        [2, '先拆衬里再焊', false],
        [1, row.measures, false],
      ],
    )
    assert.ok(versions.every(({ changedBy }) => people[changedBy] !== undefined))
    assert.equal((await change(9)).status, 409)
    assert.equal((await plant.request('/api/risk-library/no-such-row', { cookie: as['leader'] ?? '' })).status, 404)
    const gone = await send('officer', '/api/risk-library/no-such-row/versions', {
      ...row,
      isWithdrawn: false,
      seenVersion: 1,
    })
    assert.equal(gone.status, 404)
  })

  test('refuses what cannot be a row, naming the field', async () => {
    const refused = async (part: object): Promise<unknown> => {
      const { status, body } = await send('officer', '/api/risk-library', { ...row, ...part })
      return [status, body['fields']?.[0]?.path]
    }
    assert.deepEqual(await refused({ owner: 'somebody' }), [422, 'owner'])
    assert.deepEqual(await refused({ measures: ' ' }), [422, 'measures'])
    assert.deepEqual(await refused({ key: { ...row.key, equipment: 'rocket' } }), [422, 'key.equipment'])
    assert.deepEqual(await refused({ more: true }), [422, ''])
  })

  test('is weighed in every analysis: what was taken over says from where, what was not is kept as declined', async () => {
    const [first, second, ...others] = await proposed()
    assert.ok(first && second)
    const { id: entry, version, step, hazard, consequence, measures, owner } = first
    const taken = { step, hazard, consequence, measures: `${measures},雨天停`, owner, from: { entry, version } }
    const own = { hazard: '本班新人多', consequence: '误操作', measures: '一对一带', owner: 'leader' }
    const record = (hazards: readonly object[]) =>
      plant.command(as['leader'] ?? '', job, {
        type: 'RecordPreparation',
        operation: 'hot-work',
        preparation: 'risk-analysis',
        content: { kind: 'hazards', hazards },
      })
    assert.equal((await record([taken, own])).status, 200)
    const { body } = await plant.request(`/api/jobs/${job}`, { cookie: as['leader'] ?? '' })
    const content: PreparationContent = body['job'].record.preparations['hot-work.risk-analysis'].content
    assert.ok(content.kind === 'hazards')
    assert.deepEqual(content.hazards, [taken, own])
    assert.deepEqual(
      content.declined?.map((one) => one.entry),
      [second, ...others].map(({ id }) => id),
    )
    const invented = { type: 'RecordPreparation', operation: 'hot-work', preparation: 'risk-analysis' }
    const claimed = { kind: 'hazards', hazards: [own], declined: [] }
    assert.equal((await plant.command(as['leader'] ?? '', job, { ...invented, content: claimed })).status, 422)
  })

  test('stays in its plant', async () => {
    const answer = await plant.request('/api/jobs/of-nobody/risk-proposals', { cookie: as['leader'] ?? '' })
    assert.equal(answer.status, 404)
  })
})
