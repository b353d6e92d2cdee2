import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AlarmLine, AlarmPage } from '#contract/alarms.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useMessages } from '../../session/messages.ts'
import { isFor } from '../../session/roles.ts'
import { useServices } from '../../session/services.tsx'
import { useSession } from '../../session/session.tsx'
import { useListed } from '../../ui/listed.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './alarm-list.module.css'
import { CloseAlarmDrawer } from './close-alarm-drawer.tsx'

const states = ['open', 'ended', 'all'] as const

/** Every alarm of every job: what, where, who puts it right, since when, and how it ended. */
export const AlarmListPage = () => {
  const { alarmList: words } = useWords()
  const messages = useMessages()
  const { api } = useServices()
  const { roles } = useSession()
  const { locale, timeZone } = useUi()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const [state, setState] = useState<(typeof states)[number]>('open')
  const [code, setCode] = useState<string>()
  const [unit, setUnit] = useState<string>()
  const [closing, setClosing] = useState<AlarmLine>()
  const question = new URLSearchParams({ state, ...(code && { code }), ...(unit && { unit }) }).toString()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['jobs', 'alarm-list', question],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.read<AlarmPage>(`/api/alarms?${question}${pageParam === '' ? '' : `&after=${pageParam}`}`, signal),
    getNextPageParam: ({ after }) => after,
  })
  const listed = useListed()
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!messages) return null
  const clock = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [first] = data?.pages ?? []
  const mayClose = isFor(['crew-leader', 'approver', 'safety-officer', 'workshop-director'], roles)
  return (
    <>
      <PageHead title={words.title} note={first && words.open(first.open)} />
      <div className={css.tools}>
        <Segmented
          value={state}
          options={states.map((value) => ({ value, label: words.states[value] }))}
          onChange={setState}
        />
        <Select
          allowClear
          aria-label={words.code}
          placeholder={words.code}
          style={{ width: 260 }}
          value={code ?? null}
          options={(first?.codes ?? []).map(({ value, count }) => ({
            value,
            label: `${value} ${messages.alarms[value]} (${count})`,
          }))}
          onChange={(value: string | null) => setCode(value ?? undefined)}
        />
        <Select
          allowClear
          aria-label={words.unit}
          placeholder={words.unit}
          style={{ width: 200 }}
          value={unit ?? null}
          options={(first?.units ?? []).map(({ value, name, count }) => ({ value, label: `${name} (${count})` }))}
          onChange={(value: string | null) => setUnit(value ?? undefined)}
        />
      </div>
      <DataTable<AlarmLine>
        columns={[
          {
            id: 'what',
            title: words.columns.what,
            render: ({ code: told, endedAt }) => (
              <StatusPill state={endedAt === null ? 'stopped' : 'met'}>{`${told} ${messages.alarms[told]}`}</StatusPill>
            ),
          },
          {
            id: 'job',
            title: words.columns.job,
            render: ({ job, number, content }) => (
              <button type="button" className={css.job} title={words.openJob} onClick={() => navigate(`/jobs/${job}`)}>
                <span>{content ?? job}</span>
                <small>{number}</small>
              </button>
            ),
          },
          {
            id: 'place',
            title: words.columns.place,
            render: ({ place, unit: of }) => [place, of].filter(Boolean).join(' · '),
          },
          {
            id: 'owner',
            title: words.columns.owner,
            render: ({ owner, owners }) => [messages.owners[owner], listed(owners)].filter(Boolean).join(' '),
          },
          { id: 'started', title: words.columns.started, render: ({ startedAt }) => clock.format(startedAt) },
          {
            id: 'ended',
            title: words.columns.ended,
            render: (line) =>
              line.endedAt === null || line.result === null ? (
                mayClose ? (
                  <Button size="small" onClick={() => setClosing(line)}>
                    {words.close}
                  </Button>
                ) : (
                  words.stillOpen
                )
              ) : (
                <div className={css.end}>
                  <span>
                    {clock.format(line.endedAt)} · {messages.alarmResults[line.result]}
                    {line.note !== '' && `：${line.note}`}
                  </span>
                  <small>{line.endedBy === null ? words.bySystem : words.by(line.endedBy)}</small>
                </div>
              ),
          },
        ]}
        rows={data?.pages.flatMap(({ lines }) => lines) ?? []}
        rowId={({ id }) => id}
        loading={isFetching && !data}
        empty={{ title: words.empty, how: words.emptyHow }}
      />
      {hasNextPage && (
        <Button block loading={isFetching} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {closing && (
        <CloseAlarmDrawer
          alarm={closing}
          onClose={() => setClosing(undefined)}
          onClosed={() => {
            setClosing(undefined)
            void queries.invalidateQueries({ queryKey: ['jobs'] })
          }}
        />
      )}
    </>
  )
}
