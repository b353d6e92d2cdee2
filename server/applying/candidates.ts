import type { PersonCard } from '#contract/applying.ts'
import type { PersonId } from '#core/ids.ts'
import type { JobPart } from '#core/people/substitutes.ts'
import type { Tx } from '../store/database.ts'

/** Judging more than this would cost more than scrolling past them is worth. */
const candidatesMax = 40

export const personCardColumns = `p.person_id as id, p.name, p.position_id as position, p.department, p.unit, p.shift_team as "shiftTeam",
  p.employer_id as employer, e.name as "employerName", p.employment`

export type CandidateSearch = {
  readonly employer: string
  readonly part: JobPart
  readonly replaced: PersonId | null
  readonly leader: PersonId
  readonly search: string
}

/**
 * Colleagues of one employer who come into question: by name when one is typed, otherwise those in the position of the
 * person who steps back, or in one that had this part lately. Nearest first, because only so many are judged.
 */
export const readCandidates = async (
  tx: Tx,
  { employer, part, replaced, leader, search }: CandidateSearch,
): Promise<readonly PersonCard[]> => {
  const { rows } = await tx.query<PersonCard>(
    `with reference as (select unit, shift_team from people where plant_id = $1 and person_id = $4)
     select ${personCardColumns}
     from people p join employers e on e.plant_id = p.plant_id and e.employer_id = p.employer_id
     left join reference on true
     where p.plant_id = $1 and p.employer_id = $2 and p.employment = 'active'
       and case when $5 <> '' then strpos(p.name, $5) > 0 or p.staff_number = upper($5) else ${usualIn(part)} end
     order by (p.unit = reference.unit) desc nulls last, (p.shift_team = reference.shift_team) desc nulls last, p.person_id
     limit ${candidatesMax}`,
    [tx.plantId, employer, replaced, replaced ?? leader, search],
  )
  return rows
}

/** With $3 null, who usually does this: known from the jobs themselves, or for analysts from their trade. */
const usualIn = (part: JobPart): string => {
  const likeReplaced = `p.position_id = (select position_id from people where plant_id = $1 and person_id = $3)`
  switch (part) {
    case 'crew':
      return `($3::text is null or ${likeReplaced})`
    case 'guardian':
      return `case when $3::text is null then p.position_id = 'guardian' else ${likeReplaced} end`
    case 'gas-analyst':
      return `case when $3::text is null then p.position_id = 'analyst' else ${likeReplaced} end`
  }
}
