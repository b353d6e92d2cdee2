import { useLocation } from 'wouter'
import type { Board } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import css from './scan.module.css'

/** The jobs of a place: to be opened, or, from the code at a site's entrance, to be stopped on the page that anybody may use. */
export const JobsAt = ({ place, name, purpose }: { place: string; name: string; purpose: 'open' | 'stop' }) => {
  const { home, jobs: words } = useWords()
  const { plantId } = useSession()
  const [, navigate] = useLocation()
  const { data } = useRead<Board>(['jobs'], '/api/jobs')
  if (!data) return null
  const here = data.jobs.filter((job) => job.place.id === place && job.status !== 'closed')
  const title = purpose === 'stop' ? home.scan.stopAt(name) : home.scan.jobsAt(name)
  return (
    <>
      <h2 className={css.heading}>{here.length === 0 ? home.scan.noJobs(name) : title}</h2>
      {here.length > 0 && (
        <RowList>
          {here.map((job) => (
            <ListRow
              key={job.id}
              lead={purpose === 'stop' && <SafetyShape state="stopped" size={32} />}
              title={job.content}
              detail={words.status[job.status]}
              onOpen={() =>
                purpose === 'stop' ? location.assign(`/stop/${plantId}/${job.id}`) : navigate(`/jobs/${job.id}`)
              }
            />
          ))}
        </RowList>
      )}
    </>
  )
}
