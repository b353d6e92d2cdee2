import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SubstitutesAnswer } from '#contract/applying.ts'
import type { DutyId, PersonId } from '#core/ids.ts'
import type { JobPart } from '#core/people/substitutes.ts'
import { useServices } from '../../session/services.tsx'
import type { Draft } from './draft.ts'
import { useSettled } from './use-settled.ts'

export type Wanted = {
  readonly part: JobPart
  readonly duties: readonly DutyId[]
  readonly replaced: PersonId | null
}

/** Colleagues who come into question for one part, each judged by the server as if they were in the job. */
export const useColleagues = (
  job: string,
  application: Draft,
  wanted: Wanted,
  typed: string,
): UseQueryResult<SubstitutesAnswer> => {
  const { api } = useServices()
  const search = useSettled(typed.trim())
  return useQuery({
    queryKey: ['people', 'colleagues', job, application, wanted, search],
    queryFn: async () =>
      (
        await api.send<SubstitutesAnswer>({
          method: 'POST',
          path: '/api/jobs/substitutes',
          body: { kind: 'json', value: { job, application, ...wanted, search } },
          key: crypto.randomUUID(),
        })
      ).answer,
    placeholderData: keepPreviousData,
  })
}
