import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { SheetChoiceRequest } from '#contract/imports.ts'
import { fields, ledgerKinds, type Field } from '#core/people/ledger/fields.ts'
import { useWords } from '../../session/language.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import css from './import-ledgers.module.css'
import type { SheetRow } from './sheets-table.tsx'
import { columnLetter } from './row-reasons.tsx'
import { useImportWords } from './use-import-words.ts'

type Reading = Extract<SheetChoiceRequest, { kind: 'read' }>

/** The guess beside the ledger's own words; each column can be corrected, and a sheet can be left out. */
export const ColumnsDrawer = ({
  row: { entry, fileName },
  onClose,
  onApply,
}: {
  row: SheetRow
  onClose: () => void
  onApply: (choice: SheetChoiceRequest) => void
}) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  const guess = entry.choice.kind === 'read' ? entry.choice.reading : entry.guesses[0]!
  const [ledger, setLedger] = useState(guess.ledger)
  const [mapping, setMapping] = useState<Reading['mapping']>(guess.mapping)
  const [includeHidden, setIncludeHidden] = useState(entry.choice.kind === 'read' && entry.choice.includeHidden)
  const { firstHeaderRow, lastHeaderRow, headers } = guess

  const setColumn = (column: number, field: Field | '') => {
    const { [column]: _, ...others } = mapping
    setMapping(field === '' ? others : { ...others, [column]: { field } })
  }
  return (
    <SideDrawer
      open
      width={640}
      title={`${words.columnsTitle} · ${fileName} · ${entry.name}`}
      onClose={onClose}
      extra={
        <Button
          type="primary"
          onClick={() => onApply({ kind: 'read', ledger, firstHeaderRow, lastHeaderRow, mapping, includeHidden })}
        >
          {words.apply}
        </Button>
      }
    >
      <p>{words.columnsHow}</p>
      <Select
        aria-label={words.readAs}
        style={{ width: 240 }}
        value={ledger}
        onChange={setLedger}
        options={ledgerKinds.map((kind) => ({ value: kind, label: importWords.kinds[kind] }))}
      />
      <Checkbox
        style={{ marginLeft: 16 }}
        checked={includeHidden}
        onChange={({ target }) => setIncludeHidden(target.checked)}
      >
        {words.includeHidden}
      </Checkbox>
      <div className={css.columns}>
        <span className={css.columnsHead}>{words.inLedger}</span>
        <span className={css.columnsHead}>{words.means}</span>
        {headers.map((header, column) => {
          const use = mapping[column]
          const place = columnLetter(column)
          return [
            <span key={`${place} word`}>
              <span className={css.quiet}>{place}</span> {header}
            </span>,
            use && 'operation' in use ? (
              <span key={place}>{words.level(use.operation, use.level)}</span>
            ) : (
              <Select
                key={place}
                aria-label={`${place} ${header}`}
                showSearch={{ optionFilterProp: 'label' }}
                value={use?.field ?? ''}
                onChange={(field: Field | '') => setColumn(column, field)}
                options={[
                  { value: '', label: words.notRead },
                  ...fields.map((field) => ({ value: field, label: importWords.fields[field] })),
                ]}
              />
            ),
          ]
        })}
      </div>
      <Button style={{ marginTop: 24 }} onClick={() => onApply({ kind: 'left-out' })}>
        {words.doNotRead}
      </Button>
    </SideDrawer>
  )
}
