import { id, type PlantId } from '#core/ids.ts'
import type { CredentialFacts, PersonFacts } from '#core/job/facts.ts'
import { isoDate, type IsoDate } from '#core/time/epoch.ts'
import { shiftDays, type RosterFiles } from '../credentials.ts'
import { authoritiesOfPerson } from '../accounts.ts'
import type { Roster, RosterPerson } from '../roster.ts'
import { byCategory } from '#core/people/by-category.ts'

type Dated = Pick<CredentialFacts, 'id' | 'category'> & {
  readonly from: string
  readonly through: string
  readonly reviewDue?: string
}

/**
 * What the plant knew of its people on a day of the past. The files tell of today; a document that was issued later than
 * the day stands for the one before it, which it followed without a gap.
 */
export const createPeopleFacts = (plantId: PlantId, roster: Roster, files: RosterFiles) => {
  const persons = new Map([...roster.employees, ...roster.contractorPeople].map((person) => [person.number, person]))
  const documents = Map.groupBy(
    [
      ...files.certificates.map(({ person, category, issuedOn, validThrough, reviewDue }) => ({
        person,
        category,
        from: issuedOn,
        through: validThrough,
        ...(reviewDue === undefined ? {} : { reviewDue }),
      })),
      ...files.trainings.map(({ person, category, completedOn, validThrough }) => ({
        person,
        category,
        from: completedOn,
        through: validThrough,
      })),
    ],
    ({ person }) => person.number,
  )
  const medicals = new Map(files.medicals.map((medical) => [medical.person.number, medical]))

  const describe = (person: RosterPerson, day: IsoDate): PersonFacts => {
    const medical = medicals.get(person.number)
    return {
      employer: id(person.employer.kind === 'own' ? plantId : person.employer.contractor),
      position: id(person.position),
      authorities: authoritiesOfPerson(person, roster),
      unit: person.employer.kind === 'own' ? person.employer.unit : person.employer.contractor,
      employment: 'active',
      birthYear: Number(person.idNumber.slice(6, 10)),
      credentials: byCategory(
        (documents.get(person.number) ?? []).map(({ category, ...dated }) =>
          onDay({ id: `${person.number}.${category}`, category: id(category), ...dated }, day),
        ),
      ),
      revision: `person:${person.number}@1`,
      ...(medical
        ? {
            medical: {
              verdict: medical.verdict,
              restrictions: medical.restrictions,
              validThrough: isoDate(medical.validThrough),
              systolicMmHg: medical.systolicMmHg,
              diastolicMmHg: medical.diastolicMmHg,
              measuredOn: isoDate(medical.examinedOn),
              updatedOn: isoDate(medical.examinedOn),
              ...(medical.followUpDue === undefined ? {} : { followUpDue: isoDate(medical.followUpDue) }),
              revision: `medical:${person.number}@1`,
            },
          }
        : {}),
    }
  }

  let ofDay: { day: string; known: Map<string, PersonFacts> } = { day: '', known: new Map() }
  return (number: string, day: IsoDate): PersonFacts | undefined => {
    const person = persons.get(number)
    if (!person) return undefined
    if (ofDay.day !== day) ofDay = { day, known: new Map() }
    const known = ofDay.known.get(number) ?? describe(person, day)
    ofDay.known.set(number, known)
    return known
  }
}

const onDay = ({ id: credentialId, category, from, through, reviewDue }: Dated, day: IsoDate): CredentialFacts => {
  const common = {
    category,
    holder: 'match',
    official: 'confirmed',
    officialCheckedOn: isoDate(shiftDays(day, -2)),
  } as const
  if (from > day)
    return {
      ...common,
      id: `${credentialId}.before`,
      validThrough: isoDate(shiftDays(from, -1)),
      revision: `credential:${credentialId}.before@1`,
    }
  return {
    ...common,
    id: credentialId,
    validFrom: isoDate(from),
    validThrough: isoDate(through),
    ...(reviewDue === undefined ? {} : { reviewDue: isoDate(reviewDue) }),
    revision: `credential:${credentialId}@1`,
  }
}
