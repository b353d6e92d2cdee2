import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { JobReadiness } from '#contract/job-readiness.ts'
import { pinHeader } from '#contract/signing.ts'
import { id } from '#core/ids.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { demoPin } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { readRulebook } from '../rulebooks/read-rulebook.ts'
import { applicationAt, atVessel, createTestPlant, signature, type TestPlant } from '../testing/test-plant.ts'

const byPin = { value: 'pin', source: 'enterprise' } as const

/** Hot work asks for the number at every step of the standard, as a site may write it into its own edition. */
const withPinAtHotWork = (rulebook: Rulebook): Rulebook => {
  const { operations } = rulebook
  const hotWork = operations['hot-work']
  if (!hotWork) return rulebook
  const approvals = hotWork.approvals.map((step) => (step.clause === undefined ? step : { ...step, factor: byPin }))
  return { ...rulebook, operations: { ...operations, 'hot-work': { ...hotWork, approvals } } }
}

/** What is signed, by whom and where: refused before anything is done, told in a way that can be put right. */
describe('signing over HTTP', () => {
  let plant: TestPlant
  const as: { [login: string]: string } = {}
  const job = 'signing'

  const give = async (login: string, body: object, pin?: string) => {
    const headers = pin === undefined ? {} : { [pinHeader]: pin }
    const { status, body: answer } = await plant.command(as[login] ?? '', job, body, undefined, headers)
    return { status, code: answer['code'], codes: (answer['refusals'] ?? []).map((one: { code: string }) => one.code) }
  }
  const page = async (login = 'leader') => (await plant.request(`/api/jobs/${job}`, { cookie: as[login] ?? '' })).body
  const readiness = async (): Promise<JobReadiness> => (await page())['readiness']
  const historyLength = async (): Promise<number> => (await page())['history'].length

  before(async () => {
    plant = await createTestPlant(withPinAtHotWork)
    for (const login of ['leader', 'guardian', 'welder', 'director', 'safety', 'dispatch'])
      as[login] = await plant.signIn(login)
    await give('leader', { type: 'SubmitJob', application: applicationAt(plant.now()) })
  })
  after(() => plant.close())

  const confirm = (measure: string, detail = '') => ({
    type: 'ConfirmMeasure',
    operation: 'hot-work',
    measure,
    isInvolved: true,
    detail,
  })

  test('the page tells beforehand what the approval would refuse', async () => {
    const { gate } = await readiness()
    assert.equal(gate?.kind, 'approval')
    const codes = new Set(gate.refusals.map(({ code }) => code))
    assert.deepEqual(codes, new Set(['preparation-missing', 'measure-unconfirmed', 'briefer-missing']))
    for (const refusal of gate.refusals) assert.ok(refusal.remedies.length > 0)
  })

  test('a signature over what has changed since is refused, and nothing of it stays', async () => {
    const seen = (await readiness()).contentHash.briefing
    await give('leader', confirm('extinguishers-ready'))
    const length = await historyLength()
    const stale = { type: 'SignBriefing', as: 'briefer', signature: { ...signature, contentHash: seen } }
    assert.deepEqual(await give('leader', stale), { status: 409, code: 'content-changed', codes: [] })
    assert.equal(await historyLength(), length)
    assert.equal((await page())['job'].record.briefing, null)
  })

  test('the same words written again are the same words', async () => {
    const { contentHash } = await readiness()
    plant.pass(1)
    await give('leader', confirm('extinguishers-ready'))
    assert.deepEqual((await readiness()).contentHash, contentHash)
    await give('leader', confirm('extinguishers-ready', '8 kg × 2'))
    assert.notDeepEqual((await readiness()).contentHash, contentHash)
  })

  test('whoever claims a factor that the server has not seen signs with the session alone', async () => {
    const { contentHash } = await readiness()
    const claimed = { ...signature, factor: 'passkey', contentHash: contentHash.briefing }
    assert.equal((await give('leader', { type: 'SignBriefing', as: 'briefer', signature: claimed })).status, 200)
    const signed = (await page())['history'].at(-1).event
    assert.deepEqual([signed.type, signed.signature.factor], ['BriefingSigned', 'session'])
  })

  test('an approver far from the site, with a doubtful position or without one is refused', async () => {
    await prepare()
    const { permit, step } = (await page())['nextSteps'].find(
      ({ by }: { by: { authority: string } }) => by.authority === 'unit-head',
    )
    const approveAt = async (position: object | undefined) => {
      const { contentHash } = await readiness()
      const { position: _, ...bare } = signature
      const signed = { ...bare, contentHash: contentHash.work, ...(position && { position }) }
      return give('director', { type: 'ApproveStep', permit, step, signature: signed })
    }
    const far = { ...atVessel, latitude: atVessel.latitude + 0.02 }
    assert.deepEqual((await approveAt(far)).codes, ['position-outside'])
    assert.deepEqual((await approveAt({ ...atVessel, accuracyMetres: 4_000 })).codes, ['position-uncertain'])
    assert.deepEqual((await approveAt(undefined)).codes, ['position-missing'])
    const { accuracyMetres: _, ...withoutAccuracy } = atVessel
    const malformed = await approveAt(withoutAccuracy)
    assert.deepEqual([malformed.status, malformed.code], [422, 'request-malformed'])
    assert.deepEqual(await approveAt(atVessel), { status: 200, code: undefined, codes: [] })
  })

  test('a hand drawn on a signature is the own one, made for signing this job', async () => {
    const signed = async (handwriting: string) => ({
      type: 'SignBriefing',
      as: 'briefed',
      signature: { ...signature, handwriting, contentHash: (await readiness()).contentHash.briefing },
    })
    const own = await plant.capture(job, 'signature', 'hand-of-the-guardian')
    const elsewhere = await plant.capture('another', 'signature', 'hand-on-another-job')
    const picture = await plant.capture(job, 'gas-test', 'no-hand-at-all')
    assert.deepEqual((await give('welder', await signed(own))).codes, ['evidence-of-another-person'])
    assert.deepEqual((await give('guardian', await signed('never-drawn'))).codes, ['evidence-missing'])
    assert.deepEqual((await give('guardian', await signed(elsewhere))).codes, ['evidence-of-another-job'])
    assert.deepEqual((await give('guardian', await signed(picture))).codes, ['evidence-of-another-step'])
    assert.equal((await give('guardian', await signed(own))).status, 200)
    assert.equal((await page())['history'].at(-1).event.signature.handwriting, own)
  })

  test('what somebody has changed since it was shown is not changed over it', async () => {
    const length = await historyLength()
    const over = async (version: string) => {
      const { status, body } = await plant.command(as['leader'] ?? '', job, confirm('extinguishers-ready'), undefined, {
        'if-match': version,
      })
      return [status, body['code'], body['fields']?.[0].path]
    }
    assert.deepEqual(await over(`"${length - 1}"`), [409, 'stale-version', 'if-match'])
    assert.deepEqual(await over(`"${length + 1}"`), [409, 'stale-version', 'if-match'])
    assert.deepEqual(await over('anything'), [422, 'request-malformed', 'if-match'])
    assert.equal(await historyLength(), length)
    assert.deepEqual(await over(`"${length}"`), [200, undefined, undefined])
  })

  test('a step that wants the own number is signed by nobody who only claims it', async () => {
    const [next] = (await page())['nextSteps']
    const { permit, step } = next
    const approver = next.by.authority === 'unit-head' ? 'director' : 'safety'
    const claimed = { ...signature, factor: 'pin', contentHash: (await readiness()).contentHash.work }
    const approve = (pin?: string) => give(approver, { type: 'ApproveStep', permit, step, signature: claimed }, pin)
    const length = await historyLength()

    assert.deepEqual(await approve(), { status: 409, code: undefined, codes: ['factor-not-proven'] })
    const refused = (await page())['history'].at(-1).event
    assert.deepEqual([refused.type, refused.refusals[0].source], ['CommandRefused', 'enterprise'])
    assert.deepEqual(await approve('111111'), { status: 422, code: 'pin-wrong', codes: [] })
    assert.deepEqual(await approve('1111'), { status: 422, code: 'request-malformed', codes: [] })
    assert.equal(await historyLength(), length + 1)

    assert.equal((await approve(demoPin)).status, 200)
    const signed = (await page())['history'].find(
      ({ event }: { event: JobEvent }) =>
        event.type === 'StepApproved' && event.permit === permit && event.step === step,
    )
    assert.equal(signed.event.signature.factor, 'pin')
    const kept = await plant.database.withPlant(id(demoPlant), async (tx) => {
      const { rows } = await tx.query<{ told: string }>(
        `select (select coalesce(string_agg(e.payload::text, ''), '') from events e where e.plant_id = $1)
           || (select coalesce(string_agg(k.response::text, ''), '') from idempotency_keys k where k.plant_id = $1) as told`,
        [tx.plantId],
      )
      return rows[0]?.told ?? ''
    })
    assert.ok(kept.includes('StepApproved') && !kept.includes(demoPin))
  })

  test('five wrong numbers lock the number, and no right one opens it before its time', async () => {
    const { contentHash } = await readiness()
    const signed = {
      type: 'SignBriefing',
      as: 'briefed',
      signature: { ...signature, contentHash: contentHash.briefing },
    }
    const codes: string[] = []
    for (let i = 0; i < 6; i++) codes.push((await give('safety', signed, i === 5 ? demoPin : '000000')).code)
    assert.deepEqual(codes, [...Array<string>(4).fill('pin-wrong'), 'pin-locked', 'pin-locked'])
    assert.equal((await give('leader', signed, demoPin)).code, 'pin-unset')
  })

  test('a job of another plant is not there, neither to read nor to sign', async () => {
    await plant.database.withPlant(id('elsewhere'), (tx) =>
      tx.query(
        `insert into plants (plant_id, group_id, name, time_zone) values ($1, $1, 'Elsewhere', 'Asia/Shanghai')`,
        [tx.plantId],
      ),
    )
    await plant.request('/api/plants/elsewhere/jobs/theirs/stop', { body: { note: 'smoke' } })
    const answer = await plant.request('/api/jobs/theirs', { cookie: as['director'] ?? '' })
    assert.deepEqual([answer.status, answer.body['code']], [404, 'job-unknown'])
    const signed = await plant.command(as['director'] ?? '', 'theirs', { type: 'ReturnJob', reason: '重做' })
    assert.deepEqual([signed.status, signed.body['code']], [404, 'job-unknown'])
  })

  const prepare = async (): Promise<void> => {
    const parsed = await readRulebook('chemical')
    assert.ok(parsed.ok)
    const { permits }: JobRecord = (await page())['job'].record
    for (const { operation } of permits) {
      const rules: Operation | undefined = parsed.rulebook.operations[operation]
      assert.ok(rules)
      for (const row of rules.preparations) {
        const content =
          row.kind === 'hazards'
            ? {
                kind: row.kind,
                hazards: [{ hazard: '火花', consequence: '烧伤', measures: '灭火毯', owner: 'guardian' }],
              }
            : row.kind === 'plan'
              ? { kind: row.kind, text: '两人外部待命' }
              : { kind: row.kind, present: row.items.map(({ id }) => id) }
        await give('leader', { type: 'RecordPreparation', operation, preparation: row.id, content })
      }
      for (const { id: measure } of rules.measures)
        await give('leader', { type: 'ConfirmMeasure', operation, measure, isInvolved: true, detail: '' })
    }
    await give('leader', { type: 'SignBriefing', as: 'briefer', signature })
    for (const login of ['welder', 'guardian']) await give(login, { type: 'SignBriefing', as: 'briefed', signature })
    assert.deepEqual((await readiness()).gate?.refusals, [])
    await agreeAsDispatch()
  }

  /** Urgent work waits for dispatch first. */
  const agreeAsDispatch = async (): Promise<void> => {
    for (const { permit, step } of (await page())['nextSteps'])
      if (step === 'urgent-approval') await give('dispatch', { type: 'ApproveStep', permit, step, signature })
  }
})
