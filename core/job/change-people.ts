import type { PersonId } from '../ids.ts'
import type { Application } from './application.ts'
import type { PeopleChange } from './changes.ts'

export const joinerOf = (change: PeopleChange): PersonId | null => {
  switch (change.kind) {
    case 'join':
      return change.person
    case 'replace':
      return change.joins
    case 'leave':
      return null
  }
}

export const leaverOf = (change: PeopleChange): PersonId | null => {
  switch (change.kind) {
    case 'leave':
      return change.person
    case 'replace':
      return change.leaves
    case 'join':
      return null
  }
}

/** The application as it stands once the change is made. */
export const withPeopleChanged = (application: Application, change: PeopleChange): Application => {
  const { crew, guardians } = application
  switch (change.kind) {
    case 'join':
      return change.role === 'crew'
        ? { ...application, crew: [...crew, { person: change.person, duties: change.duties }] }
        : { ...application, guardians: [...guardians, change.person] }
    case 'leave':
      return change.role === 'crew'
        ? { ...application, crew: crew.filter(({ person }) => person !== change.person) }
        : { ...application, guardians: guardians.filter((person) => person !== change.person) }
    case 'replace':
      switch (change.role) {
        case 'leader':
          return { ...application, leader: change.joins }
        case 'crew':
          return {
            ...application,
            crew: crew.map((one) => (one.person === change.leaves ? { ...one, person: change.joins } : one)),
          }
        case 'guardian':
          return {
            ...application,
            guardians: guardians.map((person) => (person === change.leaves ? change.joins : person)),
          }
      }
  }
}

/** Who holds the role that is changed. */
export const holdersOf = (
  { crew, guardians, leader }: Application,
  role: PeopleChange['role'],
): readonly PersonId[] => {
  switch (role) {
    case 'crew':
      return crew.map(({ person }) => person)
    case 'guardian':
      return guardians
    case 'leader':
      return [leader]
  }
}
