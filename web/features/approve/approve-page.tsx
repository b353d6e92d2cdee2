import { GateMissing } from '../../session/job/gate-missing.tsx'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { JobAtAGlance } from './job-at-a-glance.tsx'
import { PeopleAtAGlance } from './people-at-a-glance.tsx'
import { SignApproval } from './sign-approval.tsx'

/** The whole job in a minute, at the site, and then the signature: permits, people, hazards, what is missing. */
export const ApprovePage = () => <OpenJob>{(opened) => <Approval {...opened} />}</OpenJob>

const Approval = (opened: OpenedJob) => {
  const { id, page, readiness } = opened
  const links = useRemedyLinks(id, 'approve')
  return (
    <>
      {readiness.gate?.kind === 'approval' && (
        <GateMissing job={id} refusals={readiness.gate.refusals} names={page.names} onRemedy={links} />
      )}
      <JobAtAGlance {...opened} />
      <PeopleAtAGlance {...opened} />
      <SignApproval {...opened} />
    </>
  )
}
