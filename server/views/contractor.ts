import type { OwnJobs, OwnPapers, OwnPerson } from '#contract/contractor.ts'
import type { EmployerId, PersonId } from '#core/ids.ts'
import type { DocumentFacts } from '#core/people/document-state.ts'
import { isTrainingCategory } from '#core/people/ledger/vocabulary.ts'
import { medicalDue, paperDue, type MedicalFacts } from '#core/people/paper-due.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

type PersonRow = { id: PersonId; name: string; position: string }
type CredentialRow = DocumentFacts & { personId: PersonId; category: string }
type MedicalRow = MedicalFacts & { personId: PersonId }

/** What is due of the own people's documents, the longest overdue first, then what nobody knows enough of. */
export const readOwnPapers = async (tx: Tx, employer: EmployerId, today: IsoDate): Promise<OwnPapers> => {
  const { rows: firms } = await tx.query<{ name: string }>(
    'select name from employers where plant_id = $1 and employer_id = $2',
    [tx.plantId, employer],
  )
  const people = await readOwn(tx, employer, today, null)
  const papers = people.flatMap(({ id: person, name, position, documents }) =>
    documents.flatMap(({ category, due }) => (due === null ? [] : [{ person, name, position, category, ...due }])),
  )
  return {
    firm: firms[0]?.name ?? '',
    people: people.length,
    papers: papers.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999')),
  }
}

/** One of the own people; undefined for anybody else's, as if there were no such person. */
export const readOwnPerson = async (
  tx: Tx,
  employer: EmployerId,
  person: PersonId,
  today: IsoDate,
): Promise<OwnPerson | undefined> => (await readOwn(tx, employer, today, person))[0]

const readOwn = async (
  tx: Tx,
  employer: EmployerId,
  today: IsoDate,
  only: PersonId | null,
): Promise<readonly OwnPerson[]> => {
  const { rows: people } = await tx.query<PersonRow>(
    `select person_id as id, name, position_id as position from people
     where plant_id = $1 and employer_id = $2 and ($3::text is null or person_id = $3) and employment <> 'left' and erased_at is null
     order by name, person_id`,
    [tx.plantId, employer, only],
  )
  const ids = people.map(({ id }) => id)
  const { rows: credentials } = await tx.query<CredentialRow>(
    `select person_id as "personId", category, valid_from as "validFrom", valid_through as "validThrough", is_unlimited as "isUnlimited",
            review_due as "reviewDue", holder, official
     from credentials where plant_id = $1 and person_id = any($2) and superseded_by is null order by category`,
    [tx.plantId, ids],
  )
  const { rows: medicals } = await tx.query<MedicalRow>(
    `select person_id as "personId", verdict, valid_through as "validThrough", follow_up_due as "followUpDue"
     from medicals where plant_id = $1 and person_id = any($2)`,
    [tx.plantId, ids],
  )
  const credentialsOf = Map.groupBy(credentials, ({ personId }) => personId)
  const medicalOf = new Map(medicals.map((medical) => [medical.personId, medical]))
  return people.map((person) => {
    const medical = medicalOf.get(person.id) ?? null
    return {
      ...person,
      documents: [
        ...(credentialsOf.get(person.id) ?? []).map((row) => ({
          category: row.category,
          through: row.isUnlimited ? null : row.validThrough,
          due: paperDue({ ...row, official: isTrainingCategory(row.category) ? 'not-needed' : row.official }, today),
        })),
        { category: 'medical', through: medical?.validThrough ?? null, due: medicalDue(medical, today) },
      ],
    }
  })
}

type JobRow = Omit<OwnJobs['jobs'][number], 'window'> & { from: EpochMs; to: EpochMs }

/** The work that own people lead or do, as long as it binds somebody. */
export const readOwnJobs = async (tx: Tx, employer: EmployerId, now: EpochMs): Promise<OwnJobs> => {
  const { rows } = await tx.query<JobRow>(
    `select j.job_id as id, j.status, p.name as place, j.content, l.name as leader, j.window_from as from, j.window_to as to,
       j.stopped_since is not null and j.status in ('submitted', 'approved', 'suspended') as "isStopped",
       (select count(*)::int from obligations o where o.plant_id = j.plant_id and o.stream_id = j.job_id
          and o.met_at is null and o.lapsed_at is null and o.late_at < $3) as "lateDuties"
     from jobs j join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
       join people l on l.plant_id = j.plant_id and l.person_id = j.leader
     where j.plant_id = $1 and j.status not in ('closed', 'cancelled')
       and (l.employer_id = $2 or exists (select from people w where w.plant_id = j.plant_id and w.person_id = any(j.workers) and w.employer_id = $2))
     order by j.window_to limit 300`,
    [tx.plantId, employer, now],
  )
  return { jobs: rows.map(({ from, to, ...job }) => ({ ...job, window: { from, to } })) }
}
