import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hourMs } from '#core/time/epoch.ts'
import { demoBlinds } from '#demo/blinds.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from './testing/test-plant.ts'

type Answer = Awaited<ReturnType<TestPlant['command']>>

const rounds = 5

/** Through the whole application and on several connections: of two jobs that must not go together exactly one is accepted. */
describe('of two conflicting applications at once', () => {
  let plant: TestPlant
  let cookies: readonly string[]
  let fitters: readonly string[]
  before(async () => {
    plant = await createTestPlant()
    cookies = [await plant.signIn('leader'), await plant.signIn('safety')]
    await plant.database.withPlant(demoPlant, async (tx) => {
      // Everybody may do it, so that only the neighbourhood decides.
      await tx.query(
        `insert into matrix_rows (plant_id, position_id, operation_id, level_id) select $1, p, 'blinding', 'ungraded' from unnest($2::text[]) p on conflict do nothing`,
        [demoPlant, ['fitter', 'welder', 'crew-leader', 'operator']],
      )
      const { rows } = await tx.query<{ person_id: string }>(
        `select p.person_id from people p join medicals m on m.plant_id = p.plant_id and m.person_id = p.person_id
         join credentials c on c.plant_id = p.plant_id and c.person_id = p.person_id and c.category = 'annual-safety-training'
         where p.plant_id = $1 and p.position_id = 'fitter' and m.verdict = 'fit' and m.restrictions = '{}' and m.follow_up_due is null
           and m.valid_through > '2027-02-28' and c.valid_through > '2027-02-28' order by 1`,
        [demoPlant],
      )
      fitters = rows.map(({ person_id }) => person_id)
    })
  })
  after(() => plant.close())

  /** People differ, or they would be what the two jobs are refused for. */
  const blinding = (who: number, blind: (typeof demoBlinds)[number], round: number) => ({
    ...applicationAt(plant.now(), {
      crew: [{ person: fitters[who] ?? '', duties: ['fitter'] }],
      guardians: [cast.guardian.number],
      operations: ['blinding'],
      place: blind.place,
      window: { from: plant.now() + round * 30 * hourMs, to: plant.now() + round * 30 * hourMs + 4 * hourMs },
      fields: {
        'blinding.action': blind.isInstalled ? 'remove' : 'fit',
        'blinding.blind-number': blind.number,
        'blinding.pipe-name': blind.pipeName,
        'blinding.medium': blind.medium,
        'blinding.medium-hazard': 'harmless',
        'blinding.temperature-celsius': 40,
        'blinding.pressure-mpa': 0,
        'blinding.blind-material': blind.material,
        'blinding.blind-specification': blind.specification,
        'blinding.map-number': blind.mapNumber,
        'blinding.shared-pipe': false,
        'blinding.at-height': false,
        'blinding.cross-work': false,
      },
    }),
  })
  const hotWork = (place: string, round: number) =>
    applicationAt(plant.now(), {
      place,
      crew: [{ person: cast['welder-qualified'].number, duties: ['welder'] }],
      window: { from: plant.now() + round * 30 * hourMs, to: plant.now() + round * 30 * hourMs + 4 * hourMs },
    })
  const submit = (who: number, job: string, application: object) =>
    plant.command(cookies[who] ?? '', job, { type: 'SubmitJob', application })
  const codesOf = ({ body }: Answer): readonly string[] =>
    ((body['refusals'] ?? []) as { code: string }[]).map(({ code }) => code)
  const neighbourly = (answer: Answer): boolean => codesOf(answer).some((code) => code === 'neighbour-conflicts')

  test('two blinds on one pipe: one is accepted, the other refused with the name of the first', async () => {
    const [first, second] = demoBlinds.filter(({ pipe }) => pipe === 'LS-201')
    assert.ok(first && second)
    for (let round = 1; round <= rounds; round++) {
      const answers: readonly Answer[] = await Promise.all([
        submit(0, `pipe-a-${round}`, blinding(0, first, round)),
        submit(1, `pipe-b-${round}`, blinding(1, second, round)),
      ])
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409], JSON.stringify(answers.map(codesOf)))
      assert.equal(answers.filter(neighbourly).length, 1, JSON.stringify(answers.map(codesOf)))
    }
  })

  test('hot work and blinding within 30 m: one is accepted, the other refused', async () => {
    const blind = demoBlinds.find(({ place }) => place === ('pipe-rack-west' as never))
    assert.ok(blind)
    for (let round = rounds + 1; round <= 2 * rounds; round++) {
      const answers: readonly Answer[] = await Promise.all([
        submit(0, `near-a-${round}`, blinding(0, blind, round)),
        submit(1, `near-b-${round}`, hotWork('pipe-rack-west', round)),
      ])
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409], JSON.stringify(answers.map(codesOf)))
      assert.equal(answers.filter(neighbourly).length, 1, JSON.stringify(answers.map(codesOf)))
    }
  })

  test('a blind that nobody registered, or of another place, is refused', async () => {
    const blind = demoBlinds[0]!
    const unknown = await submit(0, 'unknown', blinding(0, { ...blind, number: 'MB-999' }, 40))
    assert.ok(codesOf(unknown).includes('blind-unknown'), JSON.stringify(unknown.body))
    const elsewhere = await submit(0, 'elsewhere', blinding(0, { ...blind, place: 'pipe-rack-east' as never }, 40))
    assert.ok(codesOf(elsewhere).includes('blind-of-another-place'), JSON.stringify(elsewhere.body))
  })

  test('two blinds on different pipes of one rack do not wait for each other', async () => {
    const other = demoBlinds.find(({ pipe }) => pipe === 'N2-110')!
    const answers = [
      await submit(0, 'apart-a', blinding(0, demoBlinds[0]!, 45)),
      await submit(1, 'apart-b', blinding(1, other, 45)),
    ]
    assert.equal(answers.some(neighbourly), false)
  })
})
