import { Button, Tabs } from 'antd'
import { Link } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { JobStatus } from '#core/job/job.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useReading, type Speaker } from '../../session/job/use-reading.ts'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { SafetyLabel, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { ChangeLinks } from './change-links.tsx'
import { Approvals } from './approvals.tsx'
import { Duties } from './duties.tsx'
import { GasChart } from './gas-chart.tsx'
import css from './job-detail.module.css'
import { People } from './people.tsx'
import { Proof } from './proof.tsx'
import { Story } from './story.tsx'
import { HoldPoints } from './hold-points.tsx'
import { StopWork } from './stop-work.tsx'

const soonMs = 15 * 60_000

/** One job at the desk: its story at the left; what it is now, what is next and who answers for it at the right. */
export const JobDetail = ({ jobId }: { jobId: string }) => {
  const words = useWords()
  const { data, error, refetch } = useJobPage(jobId)
  const speaker = useReading(data?.names, data?.job)
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!data || !speaker) return null
  return (
    <div className={css.detail}>
      <section aria-label={words.board.story}>
        <h2 className={css.head}>{words.board.story}</h2>
        <Story page={data} speaker={speaker} />
      </section>
      <section className={css.side}>
        <State page={data} speaker={speaker} />
        <Tabs
          items={[
            { key: 'people', label: words.board.tabs.people, children: <People page={data} speaker={speaker} /> },
            { key: 'gas', label: words.board.tabs.gas, children: <GasChart page={data} speaker={speaker} /> },
            {
              key: 'approvals',
              label: words.board.tabs.approvals,
              children: <Approvals page={data} speaker={speaker} />,
            },
            { key: 'points', label: words.board.tabs.points, children: <HoldPoints page={data} /> },
            { key: 'duties', label: words.board.tabs.duties, children: <Duties page={data} /> },
            { key: 'proof', label: words.board.tabs.proof, children: <Proof page={data} jobId={jobId} /> },
          ]}
        />
        {!isOver(data.job.status) && (
          <div className={css.stop}>
            <Link href={`/jobs/${jobId}/changes`}>{words.changes.title}</Link>
            <StopWork job={jobId} />
          </div>
        )}
      </section>
    </div>
  )
}

/** After these there is nothing left to stop or to owe. */
const isOver = (status: JobStatus): boolean => status === 'closed' || status === 'cancelled'

const signs: { readonly [S in JobStatus]: SafetyState } = {
  none: 'not-open',
  drafted: 'due',
  submitted: 'must',
  approved: 'must',
  active: 'met',
  suspended: 'stopped',
  finished: 'must',
  closed: 'met',
  cancelled: 'not-open',
}

const State = ({ page, speaker }: { page: JobPage; speaker: Speaker }) => {
  const { board: words, jobs } = useWords()
  const { job, duties, people } = page
  const names = speaker.reading.names
  const next = duties
    .filter(({ state }) => state === 'late' || state === 'due' || state === 'open')
    .toSorted((a, b) => a.dueAt - b.dueAt)[0]
  // A stop before the start stands in the start's way just the same.
  const stop =
    job.status === 'finished' || job.status === 'closed' ? null : 'record' in job ? job.record.stop : job.stop
  const isStopped = stop !== null
  return (
    <>
      <p className={css.state}>
        <SafetyLabel state={isStopped ? 'stopped' : signs[job.status]} size={24}>
          {isStopped
            ? `${jobs.status[job.status]} · ${speaker.messages.stopReasons[stop.reason]}`
            : jobs.status[job.status]}
        </SafetyLabel>
      </p>
      <ChangeLinks job={job} names={names} />
      {'record' in job && (
        <>
          <p className={css.what}>
            {names.place(job.record.application.place)} · {job.record.application.content}
          </p>
          <ul className={css.permits}>
            {job.record.permits.map((permit) => (
              <li key={permit.id}>
                <OperationIcon kind={permit.operation} size={20} />
                <span className={css.operation}>
                  {names.operation(permit.operation)}
                  {permit.level !== 'ungraded' && ` ${names.level(permit.operation, permit.level)}`} · {permit.risk}
                </span>
                <span className={css.number}>{permit.number}</span>
                <Button
                  size="small"
                  href={`/api/permits/${encodeURIComponent(permit.id)}/paper`}
                  target="_blank"
                  aria-label={jobs.printPermit(permit.number)}
                >
                  {jobs.print}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isOver(job.status) && (
        <div className={css.next}>
          <strong>{words.next}</strong>
          {next ? (
            <>
              <span>
                {words.duty[next.kind]} ·{' '}
                {'person' in next.assignee
                  ? (people[next.assignee.person] ?? next.assignee.person)
                  : (words.authority[next.assignee.authority] ?? next.assignee.authority)}
              </span>
              <Countdown dueAt={next.dueAt} soonMs={soonMs} />
            </>
          ) : (
            <span>{words.nothingNext}</span>
          )}
        </div>
      )}
    </>
  )
}
