import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { id, type PersonId } from '#core/ids.ts'
import type { PersonFacts } from '#core/job/facts.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { gatherPeople } from '#server/gather/people.ts'
import { createTestPlant, type TestPlant } from '#server/testing/test-plant.ts'
import { createFiles } from '../credentials.ts'
import { demoPlant, timeZone } from '../load-plant.ts'
import { createRoster } from '../roster.ts'
import { createPeopleFacts } from './people-facts.ts'
import { everyCredential } from '#core/people/by-category.ts'

let plant: TestPlant
before(async () => {
  plant = await createTestPlant()
})
after(() => plant.close())

const inOrder = (facts: PersonFacts | undefined) =>
  facts && { ...facts, credentials: everyCredential(facts.credentials).toSorted((a, b) => a.id.localeCompare(b.id)) }

/** Were it otherwise, the past would have been decided on other facts than the present. */
test('what the simulated plant knows of its people today is what the database tells of them', async () => {
  const today = plantClockOf(timeZone).dateOf(plant.now())
  const roster = createRoster()
  const known = createPeopleFacts(demoPlant, roster, createFiles(roster, today))
  const people = [...roster.employees, ...roster.contractorPeople].map(({ number }) => id<PersonId>(number))
  const gathered = await plant.database.withPlant(demoPlant, (tx) => gatherPeople(tx, people))
  for (const person of people) assert.deepEqual(inOrder(known(person, today)), inOrder(gathered[person]), person)
})
