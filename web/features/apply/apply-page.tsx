import { useState } from 'react'
import { useParams } from 'wouter'
import type { PersonCard } from '#contract/applying.ts'
import type { JobPage } from '#contract/job-views.ts'
import { epochMs } from '#core/time/epoch.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { ApplicationForm } from './application-form.tsx'
import { emptyDraft, toDraft } from './draft.ts'
import { useKeptDraft } from './use-kept-draft.ts'

/** Applying for a job, or mending what was refused or has not been approved yet. */
export const ApplyPage = () => {
  const { job } = useParams<{ job?: string }>()
  return job === undefined ? <NewApplication /> : <Mending key={job} job={job} />
}

/** A new one, or the one half written here: unless that has been taken in meanwhile, from another page or phone. */
const NewApplication = () => {
  const { now } = useUi()
  const { kept, keep, forget } = useKeptDraft()
  const [freshJob] = useState(() => crypto.randomUUID())
  const { data: me, error, refetch } = useRead<PersonCard>(['people', 'me'], '/api/me/card')
  const before = useRead<JobPage>(['jobs', kept?.job], kept && `/api/jobs/${kept.job}`)
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!me || before.isLoading) return null
  const isTakenIn = before.data !== undefined && before.data.job.status !== 'drafted'
  const { job, application } =
    kept && !isTakenIn ? kept : { job: freshJob, application: emptyDraft(me, epochMs(now())) }
  return (
    <ApplicationForm
      key={job}
      job={job}
      start={application}
      onChange={(changed) => keep({ job, application: changed })}
      onAccepted={forget}
    />
  )
}

const Mending = ({ job }: { job: string }) => {
  const words = useWords().apply
  const { data: page, error, refetch } = useJobPage(job)
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!page) return null
  switch (page.job.status) {
    case 'drafted':
      return <ApplicationForm job={job} start={toDraft(page.job.application)} />
    case 'submitted':
      return <ApplicationForm job={job} start={toDraft(page.job.record.application)} />
    case 'none':
    case 'approved':
    case 'active':
    case 'suspended':
    case 'finished':
    case 'closed':
    case 'cancelled':
      return <EmptyState title={words.notOpen} how={words.notOpenHow} />
  }
}
