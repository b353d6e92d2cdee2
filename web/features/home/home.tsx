import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { MyDuties, MyDuty, MyJob, MyJobs } from '#contract/me.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { owedPath, useBecause } from '../../session/job/use-because.ts'
import { useWords } from '../../session/language.tsx'
import { applicants, isFor, weatherWatchers } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SafetyShape, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './home.module.css'
import { NextDuty } from './next-duty.tsx'

const followingMax = 4
const stateSigns = { waiting: 'not-open', open: 'must', due: 'due', late: 'stopped' } as const

/** 现在该做什么: the next duty of whoever holds the phone, then what is wrong, what follows, and their jobs. */
export const Home = () => {
  const { home: words } = useWords()
  return useSession().personId === null ? (
    <EmptyState title={words.noPerson} how={words.noPersonHow} />
  ) : (
    <HomeOfPerson />
  )
}

const HomeOfPerson = () => {
  const { home: words } = useWords()
  const duties = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const jobs = useRead<MyJobs>(['jobs', 'my-jobs'], '/api/me/jobs')
  if (duties.error && !duties.data)
    return <FailureNotice error={duties.error} onRetry={() => void duties.refetch()} fullPage />
  if (!duties.data) return null
  const [next, ...following] = firstOfEach(duties.data.duties)
  const late = following.filter(({ duty }) => duty.state === 'late')
  const rest = following.filter(({ duty }) => duty.state !== 'late').slice(0, followingMax)
  const mine = [...(jobs.data?.mine ?? []), ...(jobs.data?.copied ?? [])]
  const stopped = mine.filter(({ status }) => status === 'suspended')
  return (
    <div className={css.page}>
      <h1 className={css.heading}>{words.now}</h1>
      {next ? <NextDuty owed={next} /> : <EmptyState title={words.allDone} how={words.allDoneHow} />}
      <Section title={words.alarms} isShown={late.length + stopped.length > 0}>
        {stopped.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
        {late.map((owed) => (
          <DutyRow key={`${owed.job.id} ${owed.duty.key}`} owed={owed} />
        ))}
      </Section>
      <Section title={words.next} isShown={rest.length > 0}>
        {rest.map((owed) => (
          <DutyRow key={`${owed.job.id} ${owed.duty.key}`} owed={owed} />
        ))}
      </Section>
      <Section title={words.today} isShown={mine.length > 0}>
        {mine.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </Section>
      <Openers />
    </div>
  )
}

/** What nobody is asked to do, and some may begin by themselves. */
const Openers = () => {
  const { home: words, weather } = useWords()
  const { roles } = useSession()
  const [, navigate] = useLocation()
  return (
    <div className={css.section}>
      {isFor(applicants, roles) && <BigButton onClick={() => navigate('/apply')}>{words.apply}</BigButton>}
      {isFor(weatherWatchers, roles) && (
        <BigButton kind="quiet" onClick={() => navigate('/weather')}>
          {weather.title}
        </BigButton>
      )}
    </div>
  )
}

/** The later rounds of a rhythm say nothing that its next one does not. */
const firstOfEach = (duties: readonly MyDuty[]): readonly MyDuty[] =>
  duties.filter(
    ({ duty, job, action }, at) =>
      duty.state !== 'waiting' || !duties.slice(0, at).some((one) => one.job.id === job.id && one.action === action),
  )

const Section = ({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) =>
  isShown && (
    <section className={css.section}>
      <h2 className={css.heading}>{title}</h2>
      <RowList>{children}</RowList>
    </section>
  )

const DutyRow = ({ owed }: { owed: MyDuty }) => {
  const { duty, job, action } = owed
  const { home: words, approving } = useWords()
  const [, navigate] = useLocation()
  const clock = useClockText()
  const at = duty.state === 'waiting' ? words.opens(clock.short(duty.opensAt)) : words.dueBy(clock.short(duty.dueAt))
  const why = useBecause()(owed)
  return (
    <ListRow
      lead={<SafetyShape state={stateSigns[duty.state]} size={28} titled />}
      title={words.duty[action].title}
      detail={[
        job.place.name,
        at,
        ...(why === null ? [] : [why]),
        ...(duty.note === undefined ? [] : [approving.sentBack(duty.note)]),
      ].join(' · ')}
      onOpen={() => navigate(owedPath(owed))}
    />
  )
}

const jobSigns: { readonly [S in MyJob['status']]: SafetyState } = {
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

const JobRow = ({ job }: { job: MyJob }) => {
  const { jobs: words } = useWords()
  const [, navigate] = useLocation()
  return (
    <ListRow
      title={job.place.name}
      detail={job.content}
      trail={<StatusPill state={jobSigns[job.status]}>{words.status[job.status]}</StatusPill>}
      onOpen={() => navigate(`/jobs/${job.id}`)}
    />
  )
}
