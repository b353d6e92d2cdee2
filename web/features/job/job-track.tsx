import { useLocation, useParams } from 'wouter'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { HoldPointTrack, type TrackPoint } from '../../ui/touch/hold-point-track.tsx'
import { ChangeNotice } from './change-notice.tsx'
import { JobHead } from './job-head.tsx'
import { NextDuty } from './next-duty.tsx'
import { StopWork } from './stop-work.tsx'
import { trackSteps, type TrackStep } from './track-steps.ts'
import css from './job-track.module.css'

/** One job on the phone: what is due now, then the way from the papers to the acceptance, and the stop that is always there. */
export const JobTrack = () => {
  const { job } = useParams<{ job: string }>()
  return (
    <div className={css.frame}>
      <div className={css.scroll}>
        <OpenJob>{(opened) => <Track {...opened} />}</OpenJob>
      </div>
      <div className={css.stop}>
        <StopWork job={job} />
      </div>
    </div>
  )
}

const Track = (opened: OpenedJob) => {
  const { id, page, job, readiness } = opened
  const words = useWords()
  const [, navigate] = useLocation()
  const point = useTrackPoint(opened)
  const isUnderWay = job.status === 'active' || job.status === 'suspended' || job.status === 'finished'
  return (
    <>
      <NextDuty {...opened} />
      <JobHead {...opened} />
      <ChangeNotice {...opened} />
      <HoldPointTrack label={words.jobs.track} points={trackSteps(page, job, readiness).map(point)} />
      <BigButton onClick={() => navigate(`/jobs/${id}/isolation`)}>{words.isolation.title}</BigButton>
      {isUnderWay && (
        <BigButton onClick={() => navigate(`/jobs/${id}/passages`)}>{words.steps.track.passages}</BigButton>
      )}
      <BigButton onClick={() => navigate(`/jobs/${id}/changes`)}>{words.changes.title}</BigButton>
    </>
  )
}

const useTrackPoint = ({ id, page }: OpenedJob): ((step: TrackStep) => TrackPoint) => {
  const words = useWords()
  const { track } = words.steps
  const clock = useClockText()
  const [, navigate] = useLocation()
  const titleOf = (step: TrackStep['id']): string => {
    switch (step) {
      case 'prepare':
      case 'measures':
      case 'briefing':
      case 'approve':
      case 'start':
      case 'accept':
        return track[step]
      case 'witnessed-check':
      case 'gas-test':
      case 'ventilation':
      case 'guardian-sign-in':
      case 'snapshot':
      case 'close-out':
        return words.jobs.holdPoint[step]
    }
  }
  return (step) => {
    const point = { id: step.id, title: titleOf(step.id) }
    const open = (): void => navigate(`/jobs/${id}/${step.path}`)
    switch (step.at) {
      case 'met':
        return { ...point, at: 'met', summary: <Met step={step} page={page} />, onOpen: open }
      case 'open':
        return {
          ...point,
          at: 'open',
          state: 'must',
          content: (
            <div className={css.open}>
              {step.missing > 0 && <p>{words.jobs.missing(step.missing)}</p>}
              {step.done && (
                <p>{words.steps.by(page.people[step.done.by] ?? step.done.by, clock.short(step.done.at))}</p>
              )}
              <BigButton kind="primary" onClick={open}>
                {point.title}
              </BigButton>
            </div>
          ),
        }
      case 'later':
        return { ...point, at: 'later', note: words.jobs.waitsFor }
      case 'not-asked':
        return { ...point, at: 'later', note: words.jobs.notAsked }
    }
  }
}

const Met = ({ step: { done, picture }, page }: { step: TrackStep; page: OpenedJob['page'] }) => {
  const words = useWords()
  const clock = useClockText()
  return (
    <span className={css.met}>
      {picture && <img src={`/api/evidence/${picture}/picture`} alt={words.steps.track.picture} loading="lazy" />}
      {done ? words.steps.by(page.people[done.by] ?? done.by, clock.short(done.at)) : words.jobs.done}
    </span>
  )
}
