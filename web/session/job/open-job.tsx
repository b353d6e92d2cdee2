import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { JobReadiness } from '#contract/job-readiness.ts'
import type { RecordedJob } from '#core/job/job.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../language.tsx'
import { useJobPage } from './use-job-page.ts'
import { useReading } from './use-reading.ts'
import css from './open-job.module.css'

/** A job that was accepted, with everything a page about it needs: its rulebook, its names and how to say them. */
export type OpenedJob = {
  readonly id: string
  readonly page: JobPage
  readonly job: RecordedJob
  readonly readiness: JobReadiness
  readonly say: NonNullable<ReturnType<typeof useReading>>
  /** A rulebook's text in the reader's language. */
  readonly text: (text: { readonly zh: string; readonly en: string }) => string
}

/** Around every page about one job of the address: loads it, and says so when it cannot be had. */
export const OpenJob = ({ children }: { children: (opened: OpenedJob) => ReactNode }) => {
  const { job: id } = useParams<{ job: string }>()
  const { data: page, error, refetch } = useJobPage(id)
  const { words, language } = useSpeech()
  const say = useReading(page?.names, page?.job)
  if (error && !page) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!page || !say) return null
  const { job, readiness } = page
  if (!('record' in job) || !readiness)
    return <EmptyState title={words.jobs.status[job.status]} how={words.steps.notAccepted} />
  const text: OpenedJob['text'] = ({ zh, en }) => (language === 'zh-CN' ? zh : en)
  return <div className={css.page}>{children({ id, page, job, readiness, say, text })}</div>
}
