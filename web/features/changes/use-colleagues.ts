import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SubstitutesAnswer } from '#contract/applying.ts'
import type { DutyId, PersonId } from '#core/ids.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useServices } from '../../session/services.tsx'

export type Wanted = {
  readonly role: 'crew' | 'guardian' | 'leader'
  readonly replaced: PersonId | null
  readonly duties: readonly DutyId[]
}

/** Who could take the place, each judged by the server as if they were in the job, best first. */
export const useColleagues = (
  { id, job }: OpenedJob,
  { role, replaced, duties }: Wanted,
  search: string,
): UseQueryResult<SubstitutesAnswer> => {
  const { api } = useServices()
  const { application } = job.record
  return useQuery({
    queryKey: ['people', 'replacements', id, role, replaced, duties, search],
    enabled: role !== 'leader',
    queryFn: async () =>
      (
        await api.send<SubstitutesAnswer>({
          method: 'POST',
          path: '/api/jobs/substitutes',
          body: { kind: 'json', value: { job: id, application, part: role, duties, replaced, search } },
          key: crypto.randomUUID(),
        })
      ).answer,
    placeholderData: keepPreviousData,
  })
}
