import { Alert, Button, Checkbox, Select } from 'antd'
import type { SheetChoiceRequest } from '#contract/imports.ts'
import { sayProblem } from '#core/messages/import-words.ts'
import { ledgerKinds } from '#core/people/ledger/fields.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { ColumnMeanings } from './column-meanings.tsx'
import { HeaderPicker } from './header-picker.tsx'
import css from './import-ledgers.module.css'
import type { SheetRow } from './sheets-table.tsx'
import { useImportWords } from './use-import-words.ts'
import { useSheetMapping } from './use-sheet-mapping.ts'

/** Which row is the header and what each column means: the guess is there to be corrected, or to be made where there is none. */
export const ColumnsDrawer = ({
  importId,
  row,
  onClose,
  onApply,
}: {
  importId: string
  row: SheetRow
  onClose: () => void
  onApply: (choice: SheetChoiceRequest) => void
}) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  const mapping = useSheetMapping(importId, row)
  const { head, header, ledger, missing, choice } = mapping
  return (
    <SideDrawer
      open
      width={880}
      title={`${words.columnsTitle} · ${row.fileName} · ${row.entry.name}`}
      onClose={onClose}
      extra={
        <Button type="primary" disabled={!choice} onClick={() => choice && onApply(choice)}>
          {words.apply}
        </Button>
      }
    >
      {mapping.error && <FailureNotice error={mapping.error} onRetry={mapping.retry} />}
      <p>{words.columnsHow}</p>
      {head && <HeaderPicker rows={head.rows} header={header} onPoint={mapping.pointAt} />}
      {head?.because && (
        <Alert type="warning" showIcon style={{ marginTop: 12 }} title={sayBoth(importWords, head.because)} />
      )}
      {head?.guess && (
        <>
          <div className={css.readAs}>
            <Select
              aria-label={words.readAs}
              style={{ width: 240 }}
              value={ledger ?? null}
              onChange={(kind) => kind && mapping.readAs(kind)}
              options={ledgerKinds.map((kind) => ({ value: kind, label: importWords.kinds[kind] }))}
            />
            <Checkbox
              checked={mapping.includeHidden}
              onChange={({ target }) => mapping.setIncludeHidden(target.checked)}
            >
              {words.includeHidden}
            </Checkbox>
          </div>
          {missing.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={words.stillMissing(missing.map((field) => importWords.fields[field]))}
            />
          )}
          <ColumnMeanings headers={head.guess.headers} rows={head.rows} mapping={mapping} />
          <p className={css.quiet}>{words.remembered}</p>
        </>
      )}
      <Button style={{ marginTop: 8 }} onClick={() => onApply({ kind: 'left-out' })}>
        {words.doNotRead}
      </Button>
    </SideDrawer>
  )
}

const sayBoth = (
  importWords: ReturnType<typeof useImportWords>,
  code: 'header-is-data' | 'sheet-unrecognised',
): string => {
  const { says, remedy } = sayProblem(importWords, { code, params: {} })
  return `${says} ${remedy}`
}
