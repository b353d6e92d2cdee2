import type { CategoryId, PersonId } from '#core/ids.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { recordOfficialCheck } from '#server/people/record-official-check.ts'
import type { Tx } from '#server/store/database.ts'
import type { LivingJob } from './memory-plant.ts'

type Needed = { readonly person: PersonId; readonly category: CategoryId }
type Looking = { readonly rulebook: Rulebook; readonly timeZone: string; readonly now: EpochMs }

/**
 * What nobody at work notices: since tomorrow's work was booked the issuer's register has revoked a certificate that it relies on.
 * The plan of tomorrow says so. It is the certificate of somebody whom no other open work needs.
 */
export const revokeOneOfTomorrow = async (
  tx: Tx,
  jobs: readonly LivingJob[],
  { rulebook, timeZone, now }: Looking,
): Promise<void> => {
  const today = plantClockOf(timeZone).dateOf(now)
  for (const { person, category } of neededOnlyTomorrow(jobs, rulebook, plantClockOf(timeZone).endOf(today))) {
    const { rows } = await tx.query<{ credential_id: string }>(
      `select credential_id from credentials
       where plant_id = $1 and person_id = $2 and category = $3 and official = 'confirmed' and superseded_by is null
         and not exists (select 1 from accounts a where a.plant_id = $1 and a.person_id = $2)`,
      [tx.plantId, person, category],
    )
    const [certificate] = rows
    if (!certificate) continue
    const found = { result: 'revoked', checkedOn: today, method: 'website', note: null } as const
    await recordOfficialCheck(tx, certificate.credential_id, found, { account: 'officer', today, now })
    return
  }
}

const neededOnlyTomorrow = (
  jobs: readonly LivingJob[],
  { operations }: Rulebook,
  todayEndsAt: EpochMs,
): readonly Needed[] => {
  const open = jobs.flatMap(({ job }) => ('record' in job && job.status !== 'closed' ? [job.record] : []))
  const isTomorrow = ({ application }: JobRecord): boolean => application.window.from >= todayEndsAt
  const isElsewhere = (person: PersonId): boolean =>
    open.some((record) => !isTomorrow(record) && record.application.crew.some((member) => member.person === person))
  return open.filter(isTomorrow).flatMap(({ application, permits }) =>
    permits.flatMap(({ operation }) =>
      application.crew
        .filter(({ person }) => !isElsewhere(person))
        .flatMap(({ person, duties }) =>
          (operations[operation]?.crew.duties ?? [])
            .filter(({ id }) => duties.includes(id))
            .flatMap(({ requires }) => requires)
            .flatMap(({ parameters }) =>
              typeof parameters['category'] === 'string'
                ? [{ person, category: parameters['category'] as CategoryId }]
                : [],
            ),
        ),
    ),
  )
}
