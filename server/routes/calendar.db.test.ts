import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { southPlant } from '#demo/load-plant.ts'
import { dayMs, hourMs } from '#core/time/epoch.ts'
import { briefJob } from '../testing/started-job.ts'
import { applicationAt, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

describe('the calendar over HTTP', () => {
  let plant: TestPlant
  let safety = ''
  let admin = ''
  let leader = ''
  let director = ''
  let keys = 0
  before(async () => {
    plant = await createTestPlant()
    safety = await plant.signIn('safety')
    admin = await plant.signIn('admin')
    leader = await plant.signIn('leader')
    director = await plant.signIn('director')
  })
  after(() => plant.close())

  const day = (changes: object = {}) => ({
    day: '2026-12-02',
    kind: 'holiday',
    name: '厂庆日',
    isProvisional: false,
    seenVersion: 0,
    ...changes,
  })
  const keep = (days: readonly object[], cookie = safety, key = `calendar-${++keys}`) =>
    plant.request('/api/calendar', { cookie, key, body: { days } })
  const dayPage = async (date: string) => (await plant.request(`/api/calendar/days/${date}`, { cookie: leader })).body
  const year = async (of: number, cookie = leader) => (await plant.request(`/api/calendar?year=${of}`, { cookie })).body
  const standing = async (date: string) =>
    (await year(Number(date.slice(0, 4))))['days'].find((one: { day: string }) => one.day === date)
  const faultsOf = ({ body }: { body: Record<string, unknown> }) =>
    ((body['fields'] ?? []) as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)

  /** Hot work in an ordinary place from ten to three, some days from now: night and the weekday raise nothing by themselves. */
  const workIn = (days: number) => {
    const from = plant.now() + days * dayMs
    return applicationAt(plant.now(), { place: 'maintenance-shop', window: { from, to: from + 5 * hourMs } })
  }
  const precheck = async (days: number): Promise<{ level: string; upgradedBy: readonly string[] }> => {
    const { body } = await plant.request('/api/jobs/precheck', { cookie: leader, body: { application: workIn(days) } })
    return body['permits'].find(({ operation }: { operation: string }) => operation === 'hot-work')
  }

  test('a day that became a holiday raises new work of that day, and one that was taken back does not', async () => {
    assert.deepEqual((await precheck(8)).upgradedBy, [])
    assert.equal((await keep([day()])).status, 200)
    const raised = await precheck(8)
    assert.deepEqual(raised.upgradedBy, ['holiday'])
    assert.deepEqual((await precheck(7)).upgradedBy, [])
    assert.equal((await keep([day({ kind: null, name: '', seenVersion: 1 })])).status, 200)
    const lowered = await precheck(8)
    assert.deepEqual(lowered.upgradedBy, [])
    assert.notEqual(lowered.level, raised.level)
  })

  test('a Saturday raises work, and one that was swapped for a working day does not', async () => {
    // The twenty-eighth of November is a Saturday.
    assert.deepEqual((await precheck(4)).upgradedBy, ['rest-day'])
    await keep([day({ day: '2026-11-28', kind: 'workday', name: '' })])
    assert.deepEqual((await precheck(4)).upgradedBy, [])
    await keep([day({ day: '2026-11-28', kind: null, name: '', seenVersion: 1 })])
    assert.deepEqual((await precheck(4)).upgradedBy, ['rest-day'])
  })

  test('what is in work of a year whose holidays nobody entered counts as done on one', async () => {
    const { isEntered, holidays, holidaysMin } = await year(2028)
    assert.deepEqual([isEntered, holidays, holidaysMin], [false, 0, 13])
    // The fourth of January 2028 is a Tuesday.
    const days = Math.round((Date.UTC(2028, 0, 4, 2) - plant.now()) / dayMs)
    assert.deepEqual((await precheck(days)).upgradedBy, ['year-not-entered'])
  })

  test('keeps who said what and when, beside what was said before', async () => {
    await keep([day({ day: '2026-12-08' })])
    await keep([day({ day: '2026-12-08', kind: 'major-event', name: '园区大会', seenVersion: 1 })], admin)
    const { versions } = await dayPage('2026-12-08')
    assert.deepEqual(
      versions.map((one: Record<string, unknown>) => [one['version'], one['kind'], one['name'], one['changedAt']]),
      [
        [2, 'major-event', '园区大会', plant.now()],
        [1, 'holiday', '厂庆日', plant.now()],
      ],
    )
    assert.equal(versions[0].changedBy, 'admin')
    assert.ok(versions[1].changedBy.length > 1 && versions[1].changedBy !== 'safety')
  })

  test('is not written over by somebody who saw an older day, and what is said again makes no history', async () => {
    await keep([day({ day: '2026-12-09' })])
    const stale = await keep([day({ day: '2026-12-10' }), day({ day: '2026-12-09', name: '其他' })])
    assert.deepEqual([stale.status, ...faultsOf(stale)], [409, 'days.1.seenVersion calendar-changed'])
    assert.equal(stale.type.startsWith('application/problem+json'), true)
    assert.equal(await standing('2026-12-10'), undefined)
    assert.deepEqual((await keep([day({ day: '2026-12-09', seenVersion: 1 })])).body, { changed: 0 })
    assert.equal((await standing('2026-12-09')).version, 1)
  })

  test('a repeat has no second effect, and its key with other days is refused', async () => {
    const again = () => keep([day({ day: '2026-12-11' })], safety, 'the-same-key')
    assert.deepEqual((await again()).body, { changed: 1 })
    assert.deepEqual((await again()).body, { changed: 1 })
    assert.equal((await dayPage('2026-12-11'))['versions'].length, 1)
    assert.equal((await keep([day({ day: '2026-12-12' })], safety, 'the-same-key')).status, 422)
  })

  test('takes a list in whole or not at all, and names what is wrong with it', async () => {
    const list = [day({ day: '2026-12-14' }), day({ day: '2026-12-15', name: '' }), day({ day: '2026-12-14' })]
    const answer = await keep(list)
    assert.deepEqual([answer.status, ...faultsOf(answer)], [422, 'days.1.name missing', 'days.2.day twice'])
    assert.equal(await standing('2026-12-14'), undefined)
    const malformed = await keep([day({ day: '2026-02-30' }), day({ kind: 'feast' })])
    assert.equal(malformed.status, 422)
    assert.deepEqual(
      faultsOf(malformed).map((fault) => fault.split(' ')[0]),
      ['days.0.day', 'days.1.kind'],
    )
  })

  test('is for the safety officer and the administrator; others read it', async () => {
    for (const cookie of [leader, director])
      assert.deepEqual((await keep([day({ day: '2026-12-16' })], cookie)).status, 403)
    assert.equal((await keep([day({ day: '2026-12-16' })], '')).status, 401)
    assert.equal((await plant.request('/api/calendar', { cookie: leader })).status, 200)
  })

  test('of another plant is another calendar', async () => {
    await keep([day({ day: '2026-12-17' })])
    const { cookie: south } = await plant.request('/api/session', {
      body: { plant: southPlant, login: 'safety', password: demoPassword },
    })
    const theirs = (await year(2026, south))['days'] as { day: string }[]
    assert.ok(theirs.length > 0)
    assert.equal(
      theirs.some((one) => one.day === '2026-12-17'),
      false,
    )
  })

  const reading = (body: string, name = 'pasted.txt', cookie = safety) =>
    plant.request(`/api/calendar/readings?name=${encodeURIComponent(name)}`, {
      cookie,
      body,
      headers: { 'content-type': 'application/octet-stream' },
    })

  test('reads pasted lines and files beside what stands, and keeps nothing by that', async () => {
    const text = '日期,类型,名称\n2026-10-01,节假日,国庆节\n2026-12-25,节假日,厂休\n2026-12-26,什么,'
    for (const name of ['pasted.txt', '2026年放假安排.csv']) {
      const { status, body } = await reading(text, name)
      assert.equal(status, 200)
      assert.deepEqual(
        body['days'].map((one: Record<string, unknown>) => [one['row'], one['day'], one['isSame'], one['seenVersion']]),
        [
          [2, '2026-10-01', true, 1],
          [3, '2026-12-25', false, 0],
        ],
      )
      assert.deepEqual(body['faults'], [{ row: 4, code: 'kind-missing', text: '2026-12-26 什么' }])
    }
    assert.equal(await standing('2026-12-25'), undefined)
  })

  test('refuses what is no list', async () => {
    const pretended = await reading('PK\u0003\u0004 nothing', 'list.xlsx')
    assert.equal(pretended.status, 422)
    assert.equal((await reading('x'.repeat(1_000_001))).status, 413)
    assert.equal((await reading('2026-12-25 放假 厂休', 'pasted.txt', leader)).status, 403)
    assert.deepEqual((await reading('')).body, { faults: [], days: [] })
  })
  test('stops what was applied for at a level that is too low by now, and names the jobs of the day', async () => {
    const job = 'job-of-the-holiday'
    await briefJob(plant, job)
    const today = '2026-11-24'
    const ofJob = async () => (await dayPage(today))['jobs'].find((one: { job: string }) => one.job === job)
    const neededOf = async () =>
      (await ofJob()).permits.find((one: { operation: string }) => one.operation === 'hot-work').needed
    const page = async () => (await plant.request(`/api/jobs/${job}`, { cookie: safety })).body
    const gateCodes = async () => (await page())['readiness'].gate.refusals.map(({ code }: { code: string }) => code)
    const approve = async () => {
      const [next] = (await page())['nextSteps']
      const { permit, step } = next
      const { status, body } = await plant.command(safety, job, { type: 'ApproveStep', permit, step, signature })
      return [status, ...(body['refusals'] ?? []).map(({ code }: { code: string }) => code)]
    }
    assert.equal(await neededOf(), null)
    await keep([day({ day: today, name: '临时放假' })])
    assert.equal(await neededOf(), 'special')
    assert.ok((await gateCodes()).includes('level-outdated'))
    assert.deepEqual(await approve(), [409, 'level-outdated'])
    const { body: alarms } = await plant.request('/api/alarms', { cookie: safety })
    assert.ok(JSON.stringify(alarms).includes('"40"'), 'hot work not upgraded on a holiday')
    await keep([day({ day: today, kind: null, name: '', seenVersion: 1 })])
    assert.equal(await neededOf(), null)
    assert.deepEqual(await approve(), [200])
  })
})
