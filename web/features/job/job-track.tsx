import { useState } from 'react'
import { useParams } from 'wouter'
import { useRead } from '../../session/use-read.ts'
import { useSpeech, useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { useSession } from '../../session/session.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldPointTrack, type TrackPoint } from '../../ui/touch/hold-point-track.tsx'
import { StopButton } from '../../ui/touch/stop-button.tsx'
import type { JobPage } from '#contract/job-views.ts'

/** One job on the phone: its hold points as a track, and the stop that is always there. */
export const JobTrack = () => {
  const { job } = useParams<{ job: string }>()
  const { data } = useRead<JobPage>(['jobs', job], `/api/jobs/${job}`)
  return (
    <>
      {data && <Track page={data} />}
      <StopWork job={job} />
    </>
  )
}

const Track = ({ page }: { page: JobPage }) => {
  const words = useWords()
  const { language } = useSpeech()
  const { job, nextSteps } = page
  return (
    <>
      <Card title={words.jobs.status[job.status]}>
        {nextSteps.map(({ permit, step, name }) => (
          <p key={`${permit} ${step}`}>{words.jobs.awaitingApproval(language === 'zh-CN' ? name.zh : name.en)}</p>
        ))}
        {'record' in job && <p>{job.record.permits.map(({ number }) => number).join(' · ')}</p>}
      </Card>
      <TrackOf page={page} />
    </>
  )
}

/** The hold points alone. */
export const TrackOf = ({ page: { holdPoints } }: { page: JobPage }) => {
  const { jobs: words } = useWords()
  return <HoldPointTrack label={words.track} points={holdPoints.map((point) => toTrackPoint(point, words))} />
}

const toTrackPoint = (
  { kind, state, refusals }: JobPage['holdPoints'][number],
  words: ReturnType<typeof useWords>['jobs'],
): TrackPoint => {
  const point = { id: kind, title: words.holdPoint[kind] }
  switch (state) {
    case 'met':
      return { ...point, at: 'met', summary: words.done }
    case 'open':
      return {
        ...point,
        at: 'open',
        state: 'must',
        content: refusals.length > 0 ? words.missing(refusals.length) : words.done,
      }
    case 'waiting':
      return { ...point, at: 'later', note: words.waitsFor }
    case 'not-applicable':
      return { ...point, at: 'later', note: words.notAsked }
  }
}

/** One tap, no question. What could not be sent is said at once, because then only a voice can stop the work. */
export const StopWork = ({ job }: { job: string }) => {
  const words = useWords()
  const { api, queries } = useServices()
  const { plantId } = useSession()
  const [outcome, setOutcome] = useState<'none' | 'sent' | 'failed'>('none')
  const stop = async (): Promise<void> => {
    try {
      await api.send({
        method: 'POST',
        path: `/api/plants/${plantId}/jobs/${job}/stop`,
        body: { kind: 'json', value: {} },
        key: crypto.randomUUID(),
      })
      setOutcome('sent')
      await queries.invalidateQueries({ queryKey: ['jobs'] })
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <>
      {outcome !== 'none' && <p role="status">{outcome === 'sent' ? words.jobs.stopped : words.jobs.stopFailed}</p>}
      <StopButton label={words.jobs.stop} onStop={() => void stop()} />
    </>
  )
}
