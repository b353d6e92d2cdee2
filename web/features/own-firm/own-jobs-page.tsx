import type { OwnJobs } from '#contract/contractor.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { StatusPill } from '../../ui/touch/status-pill.tsx'

/** The firm's own work in this plant: where, who leads it, and whether it has been stopped. */
export const OwnJobsPage = () => {
  const { ownFirm, jobs } = useWords()
  const words = ownFirm.jobs
  const clock = useClockText()
  const { data, error, refetch } = useRead<OwnJobs>(['jobs', 'own-firm'], '/api/contractor/jobs')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={words.title} note={data && words.note(data.jobs.length)} />
      <DataTable<OwnJobs['jobs'][number]>
        rows={data?.jobs ?? []}
        loading={!data}
        rowId={({ id }) => id}
        empty={{ title: words.none, how: words.noneHow }}
        columns={[
          {
            id: 'state',
            title: words.state,
            width: 130,
            render: ({ isStopped, status }) =>
              isStopped ? <StatusPill state="stopped">{words.stopped}</StatusPill> : jobs.status[status],
          },
          { id: 'place', title: words.place, render: ({ place }) => <strong>{place}</strong> },
          { id: 'content', title: words.content, render: ({ content }) => content },
          { id: 'leader', title: words.leader, width: 110, render: ({ leader }) => leader },
          { id: 'from', title: words.from, width: 150, render: ({ window }) => clock.full(window.from) },
          { id: 'to', title: words.to, width: 150, render: ({ window }) => clock.full(window.to) },
          {
            id: 'late',
            title: words.late,
            width: 110,
            align: 'number',
            render: ({ lateDuties }) => (lateDuties === 0 ? '' : lateDuties),
          },
        ]}
      />
    </>
  )
}
