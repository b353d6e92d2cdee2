import { Button } from 'antd'
import { useState } from 'react'
import type { ImportView } from '#contract/imports.ts'
import { sayProblem } from '#core/messages/import-words.ts'
import { useWords } from '../../session/language.tsx'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { ColumnsDrawer } from './columns-drawer.tsx'
import css from './import-ledgers.module.css'
import { OutcomeCounts } from './outcome-counts.tsx'
import { useImportWords } from './use-import-words.ts'
import type { ImportActions } from './use-import.ts'

export type SheetRow = {
  readonly file: number
  readonly sheet: number
  readonly fileName: string
  readonly entry: ImportView['files'][number]['sheets'][number]
}

/** Every sheet of every file: what it is taken for, and the way to say otherwise. */
export const SheetsTable = ({
  view,
  isChangeable,
  actions,
}: {
  view: ImportView
  isChangeable: boolean
  actions: ImportActions
}) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  const [editing, setEditing] = useState<SheetRow>()
  const rows = view.files.flatMap(({ name, sheets }, file) =>
    sheets.map((entry, sheet): SheetRow => ({ file, sheet, fileName: name, entry })),
  )
  return (
    <>
      <DataTable<SheetRow>
        rows={rows}
        rowId={({ file, sheet }) => `${file}.${sheet}`}
        empty={{ title: words.none, how: words.noneHow }}
        columns={[
          { id: 'file', title: words.files, width: 220, render: ({ fileName }) => fileName },
          { id: 'sheet', title: words.sheet, width: 160, render: ({ entry }) => entry.name },
          {
            id: 'as',
            title: words.readAs,
            width: 160,
            render: ({ entry: { choice } }) =>
              choice.kind === 'read' ? importWords.kinds[choice.reading.ledger] : words.leftOut,
          },
          {
            id: 'columns',
            title: words.columnsHead,
            render: ({ entry: { choice } }) =>
              choice.kind === 'read' ? (
                `${words.columns(Object.keys(choice.reading.mapping).length)}${choice.reading.isRemembered ? ` · ${words.asBefore}` : ''}`
              ) : (
                <span className={css.quiet}>{sayProblem(importWords, choice.because).says}</span>
              ),
          },
          { id: 'counts', title: words.outcome, render: ({ entry }) => <OutcomeCounts counts={entry.counts} /> },
          {
            id: 'edit',
            title: '',
            width: 110,
            render: (row) =>
              isChangeable && !isEmptySheet(row) ? (
                <Button
                  size="small"
                  type={row.entry.choice.kind === 'read' ? 'default' : 'primary'}
                  ghost={row.entry.choice.kind !== 'read'}
                  onClick={() => setEditing(row)}
                >
                  {row.entry.choice.kind === 'read' ? words.editColumns : words.mapColumns}
                </Button>
              ) : (
                view.status !== 'open' &&
                row.sheet === 0 && (
                  <a href={`/api/imports/${view.id}/files/${row.file}/returned`} download>
                    {words.returned}
                  </a>
                )
              ),
          },
        ]}
      />
      {editing && (
        <ColumnsDrawer
          importId={view.id}
          row={editing}
          onClose={() => setEditing(undefined)}
          onApply={(choice) => {
            setEditing(undefined)
            void actions.choose(editing.file, editing.sheet, choice, view.status === 'previewed')
          }}
        />
      )}
    </>
  )
}

const isEmptySheet = ({ entry: { choice } }: SheetRow): boolean =>
  choice.kind === 'left-out' && choice.because.code === 'sheet-empty'
