import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import type { MyDuties, MyDuty, MyJob, MyJobs } from '#contract/me.ts'
import { useBecause } from '../../session/job/use-because.ts'
import { useWords } from '../../session/language.tsx'
import { calendarKeepers } from '../../session/registers/keepers.ts'
import { approvers, isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { SafetyLabel, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { CalendarOwed } from './calendar-owed.tsx'
import css from './workbench.module.css'

const soonMs = 15 * 60_000
const signs: { readonly [S in MyDuty['duty']['state']]: SafetyState } = {
  waiting: 'not-open',
  open: 'must',
  due: 'due',
  late: 'stopped',
}

/** Four lanes in the words people know; the first holds what waits for whoever looks, the most pressing on top. */
export const Workbench = () => {
  const { board: words, approving } = useWords()
  const { roles } = useSession()
  const [, navigate] = useLocation()
  const duties = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const jobs = useRead<MyJobs>(['jobs', 'my-jobs'], '/api/me/jobs')
  const error = duties.error ?? jobs.error
  if (error) return <FailureNotice error={error} onRetry={() => void Promise.all([duties.refetch(), jobs.refetch()])} />
  return (
    <>
      <PageHead
        title={words.workbench}
        actions={
          isFor(approvers, roles) && <Button onClick={() => navigate('/stand-in')}>{approving.standIn.title}</Button>
        }
      />
      {isFor(calendarKeepers, roles) && <CalendarOwed />}
      <div className={css.lanes}>
        {duties.data && (
          <Lane lane="duties" count={duties.data.duties.length}>
            {duties.data.duties.map((one) => (
              <DutyRow key={`${one.job.id} ${one.duty.key}`} owed={one} />
            ))}
          </Lane>
        )}
        {jobs.data &&
          (['mine', 'copied', 'done'] as const).map((lane) => (
            <Lane key={lane} lane={lane} count={jobs.data[lane].length}>
              {jobs.data[lane].map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </Lane>
          ))}
      </div>
    </>
  )
}

type LaneName = 'duties' | 'mine' | 'copied' | 'done'

const Lane = ({ lane, count, children }: { lane: LaneName; count: number; children: React.ReactNode }) => {
  const { board: words } = useWords()
  return (
    <section className={css.lane} data-lane={lane} aria-label={words.lanes[lane]}>
      <h2 className={css.head}>
        {words.lanes[lane]} <span className={css.count}>{count}</span>
      </h2>
      {count === 0 ? (
        <EmptyState title={words.laneEmpty[lane]} how={words.laneHow} />
      ) : (
        <ul className={css.rows}>{children}</ul>
      )}
    </section>
  )
}

const DutyRow = ({ owed }: { owed: MyDuty }) => {
  const { duty, job } = owed
  const why = useBecause()(owed)
  const { board: words, approving } = useWords()
  return (
    <li className={css.row} data-state={duty.state}>
      <div className={css.first}>
        <SafetyLabel state={signs[duty.state]}>{words.dutyState[duty.state]}</SafetyLabel>
        {duty.operation !== undefined && <OperationIcon kind={duty.operation} size={18} />}
      </div>
      <Link className={css.title} href={`/jobs/${job.id}`}>
        {words.duty[duty.kind]} · {job.place.name}
      </Link>
      <p className={css.detail}>{job.content}</p>
      {why !== null && <p className={css.detail}>{why}</p>}
      {duty.note !== undefined && <p className={css.detail}>{approving.sentBack(duty.note)}</p>}
      <Countdown dueAt={duty.dueAt} soonMs={soonMs} />
    </li>
  )
}

const JobRow = ({ job }: { job: MyJob }) => {
  const { jobs: words } = useWords()
  return (
    <li className={css.row}>
      <div className={css.first}>
        <span className={css.detail}>{words.status[job.status]}</span>
        {job.permits.map(({ id, operation }) => (
          <OperationIcon key={id} kind={operation} size={18} />
        ))}
      </div>
      <Link className={css.title} href={`/jobs/${job.id}`}>
        {job.place.name}
      </Link>
      <p className={css.detail}>{job.content}</p>
    </li>
  )
}
