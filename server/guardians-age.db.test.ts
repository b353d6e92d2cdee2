import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { applicationAt, cast, createTestPlant, type TestPlant } from './testing/test-plant.ts'

/** As a plant may publish it: two guardians where those who guard are fifty on average. */
const withAge = (rulebook: Rulebook): Rulebook => {
  const space = rulebook.operations['confined-space']
  if (!space) return rulebook
  const row = { atLeast: 2, when: { fact: 'guardians.meanAge', atLeast: 50 }, source: 'enterprise' } as const
  const guardian = { ...space.guardian, countMin: [row, ...space.guardian.countMin] }
  return { ...rulebook, operations: { ...rulebook.operations, 'confined-space': { ...space, guardian } } }
}

let plant: TestPlant
before(async () => {
  plant = await createTestPlant(withAge)
})
after(() => plant.close())

const born = (year: number | null) =>
  plant.database.withPlant(demoPlant, (tx) =>
    tx.query('update people set birth_year = $3 where plant_id = $1 and person_id = $2', [
      tx.plantId,
      cast.guardian.number,
      year,
    ]),
  )
const isTooFew = async () => {
  const { body } = await plant.request('/api/jobs/precheck', {
    cookie: await plant.signIn('leader'),
    body: { application: applicationAt(plant.now()) },
  })
  return body['refusals'].some(({ code }: { code: string }) => code === 'people-too-few')
}

test('a guardian of fifty needs a second one beside them, one of forty-nine does not, and an unknown age counts as fifty', async () => {
  await born(1977)
  assert.equal(await isTooFew(), false)
  await born(1976)
  assert.equal(await isTooFew(), true)
  await born(null)
  assert.equal(await isTooFew(), true)
})
