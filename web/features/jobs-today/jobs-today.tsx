import { useLocation } from 'wouter'
import { useRead } from '../../session/use-read.ts'
import { useWords } from '../../session/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import type { Board, BoardJob } from '#contract/job-views.ts'
import type { SafetyState } from '../../ui/safety/safety-shape.tsx'

const signs: { readonly [S in BoardJob['status']]: SafetyState } = {
  none: 'not-open',
  drafted: 'due',
  submitted: 'not-open',
  approved: 'must',
  active: 'met',
  suspended: 'stopped',
  finished: 'must',
  closed: 'not-open',
  cancelled: 'not-open',
}

/** The day's jobs on the phone, in the server's order: what is stopped or overdue comes first. */
export const JobsToday = () => {
  const words = useWords()
  const [, navigate] = useLocation()
  const { data } = useRead<Board>(['jobs'], '/api/jobs')
  if (!data) return null
  if (data.jobs.length === 0) return <EmptyState title={words.jobs.empty} how={words.jobs.emptyHow} />
  return (
    <RowList>
      {data.jobs.map((job) => (
        <ListRow
          key={job.id}
          title={job.place.name}
          detail={job.content}
          trail={
            <StatusPill state={job.lateDuties > 0 ? 'stopped' : signs[job.status]}>
              {words.jobs.status[job.status]}
            </StatusPill>
          }
          onOpen={() => navigate(`/jobs/${job.id}`)}
        />
      ))}
    </RowList>
  )
}
