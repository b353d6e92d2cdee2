import { Alert, Button } from 'antd'
import { useParams } from 'wouter'
import { Link } from 'wouter'
import type { ImportView } from '#contract/imports.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { ProgressWithRate } from '../../ui/desk/progress-with-rate.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { FaultNotice } from './fault-notice.tsx'
import css from './import-ledgers.module.css'
import { LedgerDrop } from './ledger-drop.tsx'
import { RowsSection } from './rows-section.tsx'
import { SheetsTable } from './sheets-table.tsx'
import { useImport, type ImportActions } from './use-import.ts'
import { useUpload } from './use-upload.ts'

/** One import from the dropped files to its result; its address can be sent to a colleague. */
export const ImportPage = () => {
  const { import: id } = useParams<{ import: string }>()
  const { imports: words } = useWords()
  const actions = useImport(id)
  const { data, error, refetch } = actions
  const { upload, now, faults } = useUpload()
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const isChangeable = (data.status === 'open' || data.status === 'previewed') && data.work === null
  return (
    <>
      <PageHead
        title={`${words.title} · ${words.status[data.status]}`}
        note={<Link href="/people/import">{words.back}</Link>}
        actions={<NextStep view={data} actions={actions} />}
      />
      <FaultNotice fault={actions.fault} />
      {data.interruption && <Alert type="warning" showIcon title={words[data.interruption]} />}
      {data.work && <Working work={data.work} onCancel={() => void actions.cancel()} />}
      {data.status === 'undone' && <Alert type="info" showIcon title={words.undone} />}
      {data.status !== 'open' && data.work === null && <RowsSection id={id} view={data} actions={actions} />}
      <section className={css.section}>
        <h2 className={css.heading}>{words.sheets}</h2>
        <SheetsTable view={data} isChangeable={isChangeable} actions={actions} />
      </section>
      {isChangeable && (
        <section className={css.section}>
          <LedgerDrop now={now} faults={faults} onFiles={(files) => void upload(id, files).then(() => refetch())} />
        </section>
      )}
    </>
  )
}

/** The one thing to do now stands out; what else is possible stands beside it. */
const NextStep = ({ view, actions }: { view: ImportView; actions: ImportActions }) => {
  const { imports: words } = useWords()
  const { locale, timeZone, now } = useUi()
  const number = new Intl.NumberFormat(locale)
  if (view.work) return null
  switch (view.status) {
    case 'open':
      return (
        <Button type="primary" size="large" disabled={view.files.length === 0} onClick={() => void actions.preview()}>
          {words.preview}
        </Button>
      )
    case 'previewed':
      return view.counts.accepted > 0 ? (
        <Button type="primary" size="large" onClick={() => void actions.commit()}>
          {words.commit(number.format(view.counts.accepted))}
        </Button>
      ) : (
        <span className={css.quiet}>{words.nothingNew}</span>
      )
    case 'committed': {
      if (view.undoableUntil === null || view.undoableUntil < now()) return null
      const until = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
      return (
        <>
          <span className={css.quiet}>{words.undoUntil(until.format(view.undoableUntil))}</span>
          <Button onClick={() => void actions.undo()}>{words.undo}</Button>
        </>
      )
    }
    case 'undone':
      return null
  }
}

const Working = ({ work, onCancel }: { work: NonNullable<ImportView['work']>; onCancel: () => void }) => {
  const { imports: words } = useWords()
  const { now } = useUi()
  const label = { preview: words.previewing, commit: words.committing, undo: words.undoing }[work.phase]
  const at = now()
  return (
    <ProgressWithRate
      label={label}
      onCancel={onCancel}
      progress={{
        done: work.rowsDone,
        total: Math.max(1, Math.round(work.rowsDone / Math.max(work.share, 0.001))),
        startedAt: at - (work.rowsDone / Math.max(1, work.rowsPerSecond)) * 1000,
        at,
      }}
    />
  )
}
