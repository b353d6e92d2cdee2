import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation, useSearch } from 'wouter'
import type { LedgerLine, LedgerPage as Page } from '#contract/ledger.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useSpeech } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { LedgerCounts } from './ledger-counts.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { readAsked, toggled, toSearch, type Asked } from './ledger-query.ts'
import css from './ledger.module.css'

/** Every permit there was, asked by the dimensions of AQ 3064.2 §5.11; a count drills down, a line opens its job, the workbook holds what is shown. */
export const LedgerPage = () => {
  const { words: all, language } = useSpeech()
  const words = all.ledger
  const { api } = useServices()
  const [, navigate] = useLocation()
  const asked = readAsked(useSearch())
  const question = `${toSearch(asked)}&language=${language === 'en' ? 'en' : 'zh'}`
  const ask = (next: Asked) => navigate(`/ledger?${toSearch(next)}`, { replace: true })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['jobs', 'ledger', question],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.read<Page>(`/api/ledger?${question}${pageParam === '' ? '' : `&after=${pageParam}`}`, signal),
    getNextPageParam: ({ after }) => after,
  })
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  const [first] = data?.pages ?? []
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <>
      <PageHead
        title={words.title}
        note={first && `${words.total(first.total)} · ${words.loaded(lines.length)}`}
        actions={
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/ledger/export?${question}`}
            title={words.exportHow}
            download
          >
            {words.export}
          </Button>
        }
      />
      <LedgerFilters asked={asked} counts={first?.counts} onAsk={ask} />
      <div className={css.body}>
        <LedgerCounts
          counts={first?.counts}
          asked={asked}
          onToggle={(dimension, value) => ask(toggled(asked, dimension, value))}
        />
        <div className={css.table}>
          <DataTable<LedgerLine>
            columns={(first?.columns ?? []).map(({ id, title }, at) => ({
              id,
              title,
              render: ({ cells }) => <span className={id === 'content' ? css.long : undefined}>{cells[at]}</span>,
            }))}
            rows={lines}
            rowId={({ permit }) => permit}
            empty={{ title: words.empty, how: words.emptyHow }}
            loading={isFetching && lines.length === 0}
            onOpen={({ job }) => navigate(`/jobs/${job}`)}
          />
          {hasNextPage && (
            <Button block className={css.more ?? ''} loading={isFetching} onClick={() => void fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </div>
      </div>
    </>
  )
}
