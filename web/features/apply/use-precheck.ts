import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { PrecheckAnswer } from '#contract/applying.ts'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import { useServices } from '../../session/services.tsx'
import type { Draft } from './draft.ts'
import { useSettled } from './use-settled.ts'

/** No event tells when the HR system has taken a request, so while one is on its way it is asked after. */
const onItsWayMs = 3000
const isOnItsWay = ({ request }: AnsweredRefusal): boolean => request?.state === 'queued'

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
    refetchInterval: ({ state }) => (state.data?.refusals.some(isOnItsWay) ? onItsWayMs : false),
  })
}
