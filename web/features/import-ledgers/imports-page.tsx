import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { ImportList } from '#contract/imports.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './import-ledgers.module.css'
import { LedgerDrop } from './ledger-drop.tsx'
import { OutcomeCounts } from './outcome-counts.tsx'
import { useUpload } from './use-upload.ts'

/** Where ledgers are dropped, and what was imported before. */
export const ImportsPage = () => {
  const { imports: words } = useWords()
  const { locale, timeZone } = useUi()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const { begin, ...upload } = useUpload()
  const { data } = useRead<ImportList>(['imports'], '/api/imports')
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })

  const take = async (files: readonly File[]) => {
    const id = await begin()
    const arrived = await upload.upload(id, files)
    await queries.invalidateQueries({ queryKey: ['imports'] })
    if (arrived > 0) navigate(`/people/import/${id}`)
  }
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <LedgerDrop now={upload.now} faults={upload.faults} onFiles={(files) => void take(files)} />
      <h2 style={{ margin: '32px 0 12px', fontSize: 17 }}>{words.earlier}</h2>
      <DataTable
        rows={data?.imports ?? []}
        loading={!data}
        rowId={({ id }) => id}
        onOpen={({ id }) => navigate(`/people/import/${id}`)}
        empty={{ title: words.none, how: words.noneHow }}
        columns={[
          { id: 'at', title: words.startedAt, width: 190, render: ({ createdAt }) => time.format(createdAt) },
          {
            id: 'state',
            title: words.state,
            width: 110,
            render: ({ status, work }) => (work ? words.atWork(Math.floor(work.share * 100)) : words.status[status]),
          },
          { id: 'by', title: words.by, width: 110, render: ({ createdBy }) => createdBy ?? '' },
          {
            id: 'files',
            title: words.files,
            render: ({ files }) => <span className={css.files}>{files.join(' · ')}</span>,
          },
          { id: 'counts', title: words.outcome, render: ({ counts }) => <OutcomeCounts counts={counts} /> },
        ]}
      />
    </>
  )
}
