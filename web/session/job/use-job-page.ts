import type { UseQueryResult } from '@tanstack/react-query'
import type { JobPage } from '#contract/job-views.ts'
import { useRead } from '../use-read.ts'

/** Everything about one job, kept fresh; all features that show a job share the one answer. */
export const useJobPage = (job: string): UseQueryResult<JobPage> => useRead<JobPage>(['jobs', job], `/api/jobs/${job}`)
