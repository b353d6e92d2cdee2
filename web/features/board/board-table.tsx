import type { Board, BoardJob } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { DataTable, type DataColumn } from '../../ui/desk/data-table.tsx'
import { useListed } from '../../ui/listed.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { signOf } from './sign-of.ts'

/** The same jobs as rows, for those who sort rather than look. */
export const BoardTable = ({
  jobs,
  people,
  speaker,
  onOpen,
}: {
  jobs: readonly BoardJob[]
  people: Board['people']
  speaker: Speaker | undefined
  onOpen: (job: BoardJob) => void
}) => {
  const { board: words, dayPlan, jobs: jobWords } = useWords()
  const clock = useClockText()
  const listed = useListed()
  const names = speaker?.reading.names
  const guardians = (job: BoardJob) => listed(job.guardians.map((person) => people[person] ?? person))
  const columns: readonly DataColumn<BoardJob>[] = [
    {
      id: 'state',
      title: words.state,
      render: (job) => (
        <SafetyLabel state={signOf(job)}>
          {job.isStopped ? words.columns.suspended : jobWords.status[job.status]}
        </SafetyLabel>
      ),
      compare: (a, b) => a.status.localeCompare(b.status),
    },
    {
      id: 'place',
      title: words.place,
      render: (job) => job.place.name,
      compare: (a, b) => a.place.name.localeCompare(b.place.name),
    },
    { id: 'risk', title: words.risk, render: (job) => job.risk, compare: (a, b) => a.risk.localeCompare(b.risk) },
    {
      id: 'operations',
      title: words.operation,
      render: (job) => job.permits.map(({ operation }) => names?.operation(operation) ?? operation).join(' + '),
    },
    {
      id: 'content',
      title: words.content,
      render: (job) =>
        job.urgentReason === null ? job.content : `${job.content} · ${dayPlan.reason(job.urgentReason)}`,
    },
    { id: 'guardian', title: words.guardian, render: guardians },
    { id: 'permits', title: words.permitsColumn, render: (job) => job.permits.map(({ number }) => number).join(' · ') },
    {
      id: 'late',
      title: words.lateColumn,
      align: 'number',
      render: (job) => job.lateDuties,
      compare: (a, b) => a.lateDuties - b.lateDuties,
    },
    {
      id: 'ends',
      title: words.ends,
      align: 'number',
      render: (job) => clock.short(job.window.to),
      compare: (a, b) => a.window.to - b.window.to,
    },
  ]
  return (
    <DataTable
      columns={columns}
      rows={jobs}
      rowId={({ id }) => id}
      empty={{ title: words.noMatch, how: words.noMatchHow }}
      onOpen={onOpen}
    />
  )
}
