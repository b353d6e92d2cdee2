import type { PersonId } from '../ids.ts'
import type { Application } from './application.ts'
import type { Facts } from './facts.ts'
import { everyCredential } from '../people/by-category.ts'

/** `kind:id@revision` of each fact that an assessment of this application looked at, for the decision that stores it. */
export const reliedOn = (application: Application, facts: Facts): readonly string[] => {
  const relied: string[] = []
  for (const id of everybodyIn(application)) {
    const person = facts.people[id]
    if (!person) continue
    relied.push(person.revision)
    for (const credential of everyCredential(person.credentials)) relied.push(credential.revision)
    if (person.medical) relied.push(person.medical.revision)
  }
  if (facts.matrix) relied.push(facts.matrix.revision)
  if (facts.place) relied.push(facts.place.revision)
  if (facts.blind) relied.push(facts.blind.revision)
  for (const { revision } of facts.isolation ?? []) relied.push(revision)
  for (const { revision } of facts.cameras ?? []) relied.push(revision)
  if (facts.weather) relied.push(facts.weather.revision)
  return relied
}

/** Each person once, whatever the person does in the job. */
const everybodyIn = ({ leader, crew, guardians, gasAnalyst }: Application): readonly PersonId[] => {
  const people = [leader]
  const add = (person: PersonId): void => void (people.includes(person) || people.push(person))
  for (const { person } of crew) add(person)
  for (const person of guardians) add(person)
  if (gasAnalyst !== undefined) add(gasAnalyst)
  return people
}
