import type { SubstitutesAnswer } from '#contract/applying.ts'
import { id, type DutyId, type PersonId } from '#core/ids.ts'
import type { Facts } from '#core/job/facts.ts'
import { findSubstitutes, type JobPart } from '#core/people/substitutes.ts'
import { gatherLabour } from '../gather/labour.ts'
import { gatherEngagements } from '../gather/neighbours.ts'
import { gatherPeople } from '../gather/people.ts'
import type { Handling } from '../handle.ts'
import { readMakeUpTraining } from '../reactions/request-make-up-training.ts'
import { HttpProblem } from '../problem.ts'
import { readEmployer } from '../session/own-people.ts'
import type { Tx } from '../store/database.ts'
import { answerRefusal } from './answered-refusal.ts'
import { readNames } from '../views/names.ts'
import { readCandidates } from './candidates.ts'
import { gatherForDraft, type Drafted } from './precheck.ts'

export type SubstitutesAsked = Drafted & {
  readonly part: JobPart
  readonly duties: readonly DutyId[]
  readonly replaced: PersonId | null
  readonly search: string
}

/** Colleagues for one part of the job, each judged as if they were in it; nobody is told that they were looked at. */
export const readSubstitutes = async (
  tx: Tx,
  asked: SubstitutesAsked,
  by: PersonId,
  handling: Handling,
): Promise<SubstitutesAnswer> => {
  const { part, duties, replaced, search, levelsRaisedTo } = asked
  const { command, facts, rulebook } = await gatherForDraft(tx, asked, by, handling)
  const { application } = command
  const employer = part === 'crew' ? application.workUnit : await employerOf(tx, replaced ?? by, by)
  const cards = await readCandidates(tx, { employer, part, replaced, leader: application.leader, search })
  const ids = cards.map((card) => id<PersonId>(card.id))
  const about: Facts = {
    ...facts,
    people: {
      ...facts.people,
      ...(await gatherPeople(tx, [...ids, ...(replaced === null ? [] : [replaced])])),
    },
    labour: { ...facts.labour, ...(await gatherLabour(tx, ids, facts.now)) },
    ...(facts.engagements
      ? {
          engagements: [
            ...facts.engagements,
            ...(await gatherEngagements(
              tx,
              asked.job ?? '',
              application.window,
              ids.filter((person) => !(person in facts.people)),
            )),
          ],
        }
      : {}),
  }
  const found = findSubstitutes(
    {
      application,
      part,
      duties,
      replaced,
      candidates: ids,
      teams: await readTeams(tx, [...ids, application.leader, ...(replaced === null ? [] : [replaced])]),
      ...(levelsRaisedTo ? { levelsRaisedTo } : {}),
    },
    rulebook,
    about,
  )
  const requested = await readMakeUpTraining(
    tx,
    found.unfit.flatMap(({ refusals }) => refusals),
  )
  return {
    qualified: found.qualified,
    unfit: found.unfit.map(({ person, refusals }) => ({
      person,
      refusals: refusals.map((refusal) => answerRefusal(refusal, requested)),
    })),
    people: Object.fromEntries(cards.map((card) => [card.id, card])),
    names: await readNames(tx, [found.unfit, found.qualified]),
  }
}

/** A contractor's people are shown to their own employer and to the plant, and nobody of the plant to a contractor. */
const employerOf = async (tx: Tx, person: PersonId, by: PersonId): Promise<string> => {
  const [theirs, own] = [await readEmployer(tx, person), await readEmployer(tx, by)]
  if (!theirs || (own?.kind === 'contractor' && own.id !== theirs.id))
    throw new HttpProblem(403, 'people-of-another-employer')
  return theirs.id
}

const readTeams = async (tx: Tx, people: readonly PersonId[]): Promise<{ readonly [person: string]: string }> => {
  const { rows } = await tx.query<{ person_id: string; shift_team: string }>(
    'select person_id, shift_team from people where plant_id = $1 and person_id = any($2) and shift_team is not null',
    [tx.plantId, [...people]],
  )
  return Object.fromEntries(rows.map(({ person_id, shift_team }) => [person_id, shift_team]))
}
