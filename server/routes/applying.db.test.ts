import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { SubstitutesAnswer } from '#contract/applying.ts'
import type { Refusal } from '#core/job/refusal.ts'
import { dayMs, hourMs } from '#core/time/epoch.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from '../testing/test-plant.ts'

let plant: TestPlant
let leader = ''
before(async () => {
  plant = await createTestPlant()
  leader = await plant.signIn('leader')
})
after(() => plant.close())

const welders = ['welder', 'entrant']
/** What the newcomer's crew leader first applies with: three people, each lacking something else. */
const unfitCrew = [
  { person: cast['welder-certificate-expired'].number, duties: welders },
  { person: cast['welder-medical-overdue'].number, duties: welders },
  { person: cast['fitter-training-missing'].number, duties: ['helper', 'entrant'] },
]
const application = (change: object = {}) => applicationAt(plant.now(), change)
const precheck = (body: object, cookie = leader) => plant.request('/api/jobs/precheck', { cookie, body })
const substitutes = async (change: object = {}, cookie = leader) => {
  const { status, body } = await plant.request('/api/jobs/substitutes', {
    cookie,
    body: { application: application(), part: 'crew', duties: welders, replaced: null, search: '', ...change },
  })
  return { status, body, answer: body as unknown as SubstitutesAnswer }
}
const numberOfRows = (table: string) =>
  plant.database.withPlant(demoPlant, async (tx) => {
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from ${table} where plant_id = $1`,
      [tx.plantId],
    )
    return rows[0]!.count
  })
const traces = async () =>
  Object.fromEntries(
    await Promise.all(
      ['events', 'jobs', 'permit_numbers', 'outbox', 'scopes', 'obligations', 'idempotency_keys'].map(
        async (table) => [table, await numberOfRows(table)] as const,
      ),
    ),
  )
const about = (refusals: readonly Refusal[]) =>
  new Set(refusals.map(({ code, params }) => `${'person' in params ? params.person : ''} ${code}`))
/** A certificate that ended (and whose review was missed), a medical over every limit, an annual training never done. */
const ofTheCertificate = ['credential-expired', 'credential-review-overdue'].map(
  (code) => `${cast['welder-certificate-expired'].number} ${code}`,
)
const ofTheOthers = [
  ...['blood-pressure-too-high', 'medical-expired', 'medical-follow-up-stale', 'medical-restricted'].map(
    (code) => `${cast['welder-medical-overdue'].number} ${code}`,
  ),
  `${cast['fitter-training-missing'].number} training-missing`,
]
const allReasons = new Set([...ofTheCertificate, ...ofTheOthers])

describe('while an application is written', () => {
  test('the permits it needs appear by themselves, with level, risk and what asked for them', async () => {
    const { status, body } = await precheck({ application: application() })
    assert.equal(status, 200)
    assert.deepEqual([body['missing'], body['refusals']], [[], []])
    assert.deepEqual(
      body['permits'].map(({ operation, requiredBy }: { operation: string; requiredBy: string | null }) => [
        operation,
        requiredBy !== null,
      ]),
      [
        ['hot-work', false],
        ['confined-space', true],
      ],
    )
    assert.ok(body['permits'].every(({ risk }: { risk: string }) => /^L[1-5]$/.test(risk)))
  })

  test('every reason of every person is told at once, with names, and nothing whatever is recorded', async () => {
    const before = await traces()
    const { body } = await precheck({ application: application({ crew: unfitCrew }) })
    assert.deepEqual(about(body['refusals']), allReasons)
    assert.equal(
      body['names'].people[cast['welder-certificate-expired'].number],
      cast['welder-certificate-expired'].name,
    )
    assert.ok(body['refusals'].every(({ request }: { request?: unknown }) => request === undefined))
    assert.deepEqual(await traces(), before)
  })

  test('what is not there yet is named, and judged as soon as it is there', async () => {
    const empty = application({ operations: [], place: '', placeDetail: ' ', content: '' })
    const { body } = await precheck({ application: empty })
    assert.deepEqual(body['missing'], ['operations', 'place', 'placeDetail', 'content'])
    assert.deepEqual([body['permits'], body['refusals']], [[], []])
  })

  test('a place that does not exist is refused, not passed over', async () => {
    const { body } = await precheck({ application: application({ place: 'nowhere' }) })
    assert.ok(body['refusals'].some(({ code }: Refusal) => code === 'place-unknown'))
  })

  test('a malformed draft is told by field, and who may not apply may not ask', async () => {
    const malformed = await precheck({ application: application({ window: { from: 'soon', to: 'later' } }) })
    assert.deepEqual([malformed.status, malformed.body['code']], [422, 'request-malformed'])
    assert.equal((await precheck({ application: application() }, await plant.signIn('welder'))).status, 403)
    assert.equal((await precheck({ application: application() }, '')).status, 401)
  })
})

describe('colleagues for a part', () => {
  test('are those who qualify, the same shift team first, with the reason', async () => {
    const replaced = cast['welder-certificate-expired']
    const { answer } = await substitutes({
      application: application({ crew: unfitCrew }),
      replaced: replaced.number,
    })
    const [first] = answer.qualified
    assert.deepEqual(first?.reasons[0], { kind: 'same-team', team: replaced.team })
    const names = answer.qualified.map(({ person }) => answer.people[person]?.name)
    assert.ok(names.includes(cast['welder-qualified'].name), names.join())
    assert.ok(answer.qualified.every(({ person }) => answer.people[person]?.position === 'welder'))
    assert.ok(unfitCrew.every(({ person }) => answer.qualified.every((one) => one.person !== person)))
  })

  test('who do not qualify are shown with all that speaks against them', async () => {
    const { answer } = await substitutes({
      application: application({ crew: [] }),
      search: cast['welder-certificate-expired'].name,
    })
    const unfit = answer.unfit.find(({ person }) => person === cast['welder-certificate-expired'].number)
    assert.deepEqual(about(unfit?.refusals ?? []), new Set(ofTheCertificate))
  })

  test('a swap with the first of the list leaves that reason behind', async () => {
    const replaced = cast['welder-certificate-expired'].number
    const { answer } = await substitutes({ application: application({ crew: unfitCrew }), replaced })
    const crew = unfitCrew.map((one) =>
      one.person === replaced ? { ...one, person: answer.qualified[0]!.person } : one,
    )
    const { body } = await precheck({ application: application({ crew }) })
    assert.deepEqual(about(body['refusals']), new Set(ofTheOthers))
  })
})

describe('submitting with three people who each lack something', () => {
  test('is refused with all three reasons, and asks HR for the training once, however often it is tried', async () => {
    const trainingsAsked = () => numberOfRows('outbox')
    const before = await trainingsAsked()
    const job = 'three-reasons'
    const submit = { type: 'SubmitJob', application: application({ crew: unfitCrew }) }
    for (const attempt of [1, 2]) {
      const { status, body } = await plant.command(leader, job, submit)
      assert.equal(status, 409, `attempt ${attempt}`)
      assert.deepEqual(about(body['refusals']), allReasons)
    }
    assert.equal(await trainingsAsked(), before + 1)

    const { body } = await precheck({ job, application: application({ crew: unfitCrew }) })
    const training = body['refusals'].find(({ code }: Refusal) => code === 'training-missing')
    assert.deepEqual(training.request.state, 'queued')
  })

  test('leaves a draft that is mended and submitted again as the same job', async () => {
    const { status } = await plant.command(leader, 'three-reasons', { type: 'SubmitJob', application: application() })
    assert.equal(status, 200)
  })
})

test('whoever submits is the applicant, whatever name the body gives, so that nobody approves the own work', async () => {
  const inAnothersName = application({
    applicant: cast['hse-manager'].number,
    // The next morning: today the guardian is taken.
    window: { from: plant.now() + dayMs, to: plant.now() + dayMs + 4 * hourMs },
  })
  const { status, body } = await plant.command(leader, 'own-name', { type: 'SubmitJob', application: inAnothersName })
  assert.deepEqual([status, body['refusals']], [200, undefined])
  const page = await plant.request('/api/jobs/own-name', { cookie: leader })
  assert.equal(page.body['job'].record.application.applicant, cast['crew-leader'].number)
})

describe('a contractor’s crew leader', () => {
  const roster = createRoster()
  const [firm, otherFirm] = roster.contractors.map(({ key }) =>
    roster.contractorPeople.filter(({ employer }) => employer.kind === 'contractor' && employer.contractor === key),
  )
  let cookie = ''
  let employer = ''
  before(async () => {
    const [person] = firm!
    await plant.database.withPlant(demoPlant, async (tx) => {
      await tx.query(`update accounts set person_id = $2 where plant_id = $1 and login = 'leader'`, [
        demoPlant,
        person!.number,
      ])
      const { rows } = await tx.query<{ employer_id: string }>(
        'select employer_id from people where plant_id = $1 and person_id = $2',
        [demoPlant, person!.number],
      )
      employer = rows[0]!.employer_id
    })
    cookie = await plant.signIn('leader')
  })
  after(() =>
    plant.database.withPlant(demoPlant, (tx) =>
      tx.query(`update accounts set person_id = $2 where plant_id = $1 and login = 'leader'`, [
        demoPlant,
        cast['crew-leader'].number,
      ]),
    ),
  )
  const own = (change: object = {}) =>
    application({
      applicant: firm![0]!.number,
      leader: firm![0]!.number,
      workUnit: employer,
      crew: [],
      ...change,
    })

  test('sees only the own people, and of others whom can be called by the whole staff number', async () => {
    const search = async (text: string) =>
      (await plant.request(`/api/people?search=${encodeURIComponent(text)}`, { cookie })).body['rows'] as {
        id: string
        employer: string
      }[]
    const all = await search('')
    assert.ok(all.length > 0 && all.every((one) => one.employer === employer))
    assert.deepEqual(await search(cast.guardian.name), [])
    assert.deepEqual(
      (await search(cast.guardian.number)).map(({ id }) => id),
      [cast.guardian.number],
    )
  })

  test('is offered only the own people', async () => {
    const { answer } = await substitutes({ application: own() }, cookie)
    const people = Object.values(answer.people)
    assert.ok(people.length > 0 && people.every((one) => one.employer === employer))
  })

  test('may not ask about, nor submit with, the people of another firm or of the plant', async () => {
    for (const person of [otherFirm![0]!.number, cast['welder-qualified'].number]) {
      const foreign = own({ crew: [{ person, duties: welders }] })
      const { status, body } = await precheck({ application: foreign }, cookie)
      assert.deepEqual([status, body['code']], [403, 'people-of-another-employer'])
      assert.equal((await plant.command(cookie, 'foreign', { type: 'SubmitJob', application: foreign })).status, 403)
    }
    const lent = await substitutes({ application: own({ workUnit: demoPlant }) }, cookie)
    assert.equal(lent.status, 403)
    const guardian = await substitutes({ application: own(), part: 'guardian', replaced: cast.guardian.number }, cookie)
    assert.equal(guardian.status, 403)
  })
})
