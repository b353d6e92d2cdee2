import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { FeedLine, FeedPage as Page } from '#contract/feed.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useMessages } from '../../session/messages.ts'
import { isFor } from '../../session/roles.ts'
import { useServices } from '../../session/services.tsx'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { FeedSwitch } from './feed-switch.tsx'
import css from './feed.module.css'
import { LineReason } from './line-reason.tsx'
import { ReplayForm } from './replay-form.tsx'

const signs = { queued: 'due', declined: 'stopped', sent: 'met' } as const

/** What goes to the park: whether it goes at all, what waits and why, and the one thing that mends it. */
export const FeedPage = () => {
  const { feed: words } = useWords()
  const messages = useMessages()
  const { roles } = useSession()
  const { locale, timeZone } = useUi()
  const { api } = useServices()
  const queries = useQueryClient()
  const { data, error, refetch } = useRead<Page>(['jobs', 'feed'], '/api/feed')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!data || !messages) return null
  const clock = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const isKeeper = isFor(['administrator'], roles)
  const renew = () => void queries.invalidateQueries({ queryKey: ['jobs', 'feed'] })
  const resend = (key: string) =>
    void api
      .send({
        method: 'POST',
        path: '/api/feed/resend',
        body: { kind: 'json', value: { key } },
        key: crypto.randomUUID(),
      })
      .finally(renew)
  const timeOf = ({ state, sentAt, queuedAt }: FeedLine): string =>
    clock.format(state === 'sent' && sentAt !== null ? sentAt : queuedAt)
  return (
    <>
      <PageHead
        title={words.title}
        note={data.settings && words.on(data.settings.companyName, data.settings.companyCode)}
      />
      <FeedSwitch settings={data.settings} isKeeper={isKeeper} onChanged={renew} />
      <div className={css.counts}>
        {(['queued', 'declined', 'sent'] as const).map((state) => (
          <div key={state} className={css.count} data-trouble={state === 'declined' && data.counts.declined > 0}>
            <b>{data.counts[state]}</b>
            <span>{words.counts[state]}</span>
            {state === 'queued' && data.waitingSince !== null && (
              <small>{words.waitingSince(clock.format(data.waitingSince))}</small>
            )}
          </div>
        ))}
        {isKeeper && data.settings !== null && <ReplayForm onQueued={renew} />}
      </div>
      <DataTable<FeedLine>
        columns={[
          {
            id: 'what',
            title: words.columns.what,
            render: ({ kind, alarmCode, number }) =>
              alarmCode === null
                ? `${words.kind[kind]} ${number ?? ''}`
                : `${words.kind[kind]} ${alarmCode} ${messages.alarms[alarmCode as keyof typeof messages.alarms] ?? ''} · ${number ?? ''}`,
          },
          { id: 'job', title: words.columns.job, render: ({ content, job }) => content ?? job },
          {
            id: 'state',
            title: words.columns.state,
            render: ({ state, attempts }) => (
              <StatusPill state={state === 'queued' && attempts === 0 ? 'not-open' : signs[state]}>
                {words.counts[state]}
              </StatusPill>
            ),
          },
          { id: 'when', title: words.columns.when, render: timeOf },
          {
            id: 'why',
            title: words.columns.why,
            render: (line) => <LineReason line={line} time={(at) => clock.format(at)} />,
          },
          {
            id: 'act',
            title: '',
            render: ({ state, key, attempts }) =>
              (state === 'declined' || (state === 'queued' && attempts > 0)) && (
                <Button size="small" onClick={() => resend(key)}>
                  {state === 'declined' ? words.sendAgain : words.sendNow}
                </Button>
              ),
          },
        ]}
        rows={data.lines}
        rowId={({ key }) => key}
        empty={{ title: words.empty, how: words.emptyHow }}
      />
    </>
  )
}
