import { useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { RowList, ListRow } from '../../ui/touch/list-row.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { JobTrack } from './job-track.tsx'

/** One job at the desk: its hold points, the stop, and every event with its time at the site and at the server. */
export const JobHistoryPage = () => {
  const { jobs: words } = useWords()
  const { job } = useParams<{ job: string }>()
  const { data } = useRead<JobPage>(['jobs', job], `/api/jobs/${job}`)
  return (
    <>
      <PageHead title={words.one} />
      <JobTrack />
      {data && <History page={data} />}
    </>
  )
}

const History = ({ page: { history, people } }: { page: JobPage }) => {
  const { jobs: words } = useWords()
  const { locale, timeZone } = useUi()
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (
    <section aria-label={words.history}>
      <h2>{words.history}</h2>
      <RowList>
        {history.map(({ version, event, recordedAt }) => (
          <ListRow
            key={version}
            title={`${event.by === null ? words.system : (people[event.by] ?? event.by)} · ${words.event[event.type]}`}
            detail={`${words.atSite} ${time.format(event.occurredAt)} · ${words.atServer} ${time.format(recordedAt)}`}
          />
        ))}
      </RowList>
    </section>
  )
}
