import { Link } from 'wouter'
import type { Job } from '#core/job/job.ts'
import type { Names } from '#core/messages/messages.ts'
import { useWords } from '../../session/language.tsx'

/** At the desk: from a job to the one that continues it, and back. */
export const ChangeLinks = ({ job, names }: { job: Job; names: Names }) => {
  const { reissue: words } = useWords().changes
  const of = 'record' in job ? job.record.changes.reissueOf : job.status === 'drafted' ? job.reissueOf : null
  const as = 'record' in job ? job.record.changes.reissuedAs : null
  return (
    <>
      {of !== null && (
        <p>
          {words.of} · <Link href={`/jobs/${of}`}>{names.job(of) === of ? words.open : names.job(of)}</Link>
        </p>
      )}
      {as !== null && (
        <p>
          {words.as} · <Link href={`/jobs/${as}`}>{names.job(as) === as ? words.open : names.job(as)}</Link>
        </p>
      )}
    </>
  )
}
