import type { JobPage } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { isFor, type Role } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import css from './job-detail.module.css'

/** Whom the server hands the history to; others are not shown a link that answers no. */
const exporters: readonly Role[] = ['auditor', 'safety-officer', 'workshop-director', 'management', 'administrator']

/** How anybody can prove, without this system, that nothing was rewritten. */
export const Proof = ({ page: { history }, jobId }: { page: JobPage; jobId: string }) => {
  const { board: words } = useWords()
  const session = useSession()
  return (
    <>
      <p>{words.steps(history.length)}</p>
      <p className={css.when}>{words.lastHash}</p>
      <code className={css.hash}>{history.at(-1)?.hash}</code>
      <p>{words.proofHow}</p>
      <code className={css.hash}>npm run verify -- {jobId}.history.json</code>
      {isFor(exporters, session.roles) && (
        <p>
          <a href={`/api/jobs/${jobId}/history`} download>
            {words.download}
          </a>
        </p>
      )}
    </>
  )
}
