import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { PrecheckAnswer } from '#contract/applying.ts'
import { useServices } from '../../session/services.tsx'
import type { Draft } from './draft.ts'
import { useSettled } from './use-settled.ts'

/** What submitting would bring, asked again whenever the typing pauses. The answer before stays in sight meanwhile. */
export const usePrecheck = (job: string, draft: Draft): UseQueryResult<PrecheckAnswer> => {
  const { api } = useServices()
  const application = useSettled(draft)
  return useQuery({
    queryKey: ['jobs', 'precheck', job, application],
    queryFn: async () =>
      (
        await api.send<PrecheckAnswer>({
          method: 'POST',
          path: '/api/jobs/precheck',
          body: { kind: 'json', value: { job, application } },
          key: crypto.randomUUID(),
        })
      ).answer,
    placeholderData: keepPreviousData,
  })
}
