import type { z } from 'zod'
import type { draftApplication, PersonCard } from '#contract/applying.ts'
import { id, type DutyId, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import type { JobPart } from '#core/people/substitutes.ts'
import { epochMs, hourMs, minuteMs, type EpochMs } from '#core/time/epoch.ts'

export type Draft = z.output<typeof draftApplication>

/** How a new application begins: soon, on a round time, for half a shift. A wish of the form's, not a rule. */
const beginning = { inMinutes: 30, roundMinutes: 10, hours: 4 } as const

/** An empty application by somebody for the work of their own employer. */
export const emptyDraft = (by: Pick<PersonCard, 'id' | 'employer'>, now: EpochMs): Draft => {
  const round = beginning.roundMinutes * minuteMs
  const from = epochMs(Math.ceil((now + beginning.inMinutes * minuteMs) / round) * round)
  return {
    applicant: id(by.id),
    workUnit: id(by.employer),
    leader: id(by.id),
    crew: [],
    guardians: [],
    operations: [],
    place: '',
    placeDetail: '',
    content: '',
    window: { from, to: epochMs(from + beginning.hours * hourMs) },
    fields: {},
  }
}

/** What was submitted, to be written on: history itself is never changed. */
export const toDraft = ({ crew, guardians, operations, ...others }: Application): Draft => ({
  ...others,
  crew: crew.map(({ person, duties }) => ({ person, duties: [...duties] })),
  guardians: [...guardians],
  operations: [...operations],
  fields: Object.fromEntries(
    Object.entries(others.fields).map(([field, value]) => [field, typeof value === 'object' ? [...value] : value]),
  ),
})

export type Seat = { readonly part: JobPart; readonly person: PersonId; readonly duties: readonly DutyId[] }

/** Which part somebody has who could be replaced; the leader is whoever applies and cannot be. */
export const seatOf = ({ crew, guardians, gasAnalyst }: Draft, person: string): Seat | undefined => {
  const worker = crew.find((one) => one.person === person)
  if (worker) return { part: 'crew', ...worker }
  const guardian = guardians.find((one) => one === person)
  if (guardian) return { part: 'guardian', person: guardian, duties: [] }
  return gasAnalyst !== undefined && gasAnalyst === person
    ? { part: 'gas-analyst', person: gasAnalyst, duties: [] }
    : undefined
}

/** Takes somebody into a part, in the very place of whoever steps back. */
export const seat = (draft: Draft, { part, person, duties }: Seat, replaced: PersonId | null): Draft => {
  switch (part) {
    case 'crew': {
      const newcomer = { person, duties: [...duties] }
      return { ...draft, crew: inPlaceOf(draft.crew, (one) => one.person === replaced, newcomer) }
    }
    case 'guardian':
      return { ...draft, guardians: inPlaceOf(draft.guardians, (one) => one === replaced, person) }
    case 'gas-analyst':
      return { ...draft, gasAnalyst: person }
  }
}

export const unseat = (draft: Draft, { part, person }: Seat): Draft => {
  switch (part) {
    case 'crew':
      return { ...draft, crew: draft.crew.filter((one) => one.person !== person) }
    case 'guardian':
      return { ...draft, guardians: draft.guardians.filter((one) => one !== person) }
    case 'gas-analyst': {
      const { gasAnalyst: _, ...others } = draft
      return others
    }
  }
}

const inPlaceOf = <T>(list: readonly T[], isReplaced: (one: T) => boolean, newcomer: T): T[] =>
  list.some(isReplaced) ? list.map((one) => (isReplaced(one) ? newcomer : one)) : [...list, newcomer]
