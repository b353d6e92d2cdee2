import { Select } from 'antd'
import type { SheetHead } from '#contract/imports.ts'
import { fields, type Field } from '#core/people/ledger/fields.ts'
import { useWords } from '../../session/language.tsx'
import css from './import-ledgers.module.css'
import { columnLetter } from './row-reasons.tsx'
import { useImportWords } from './use-import-words.ts'
import { fieldOf, type SheetMapping } from './use-sheet-mapping.ts'

const samplesShown = 2

/** Beside each word of the ledger what it is taken for, with some of what stands below it. */
export const ColumnMeanings = ({
  headers,
  rows,
  mapping: { mapping, header, say },
}: {
  headers: readonly string[]
  rows: SheetHead['rows']
  mapping: SheetMapping
}) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  const body = rows.filter(({ number }) => number > (header?.last ?? 0))
  const samplesOf = (column: number): string =>
    body
      .flatMap(({ cells }) => cells[column] || [])
      .slice(0, samplesShown)
      .join(' · ')
  return (
    <div className={css.columns}>
      <span className={css.columnsHead}>{words.inLedger}</span>
      <span className={css.columnsHead}>{words.means}</span>
      {headers.map((heading, column) => {
        const use = mapping[column]
        const place = columnLetter(column)
        return [
          <span key={`${place} word`} className={css.column}>
            <span>
              <span className={css.quiet}>{place}</span> {heading}
            </span>
            <span className={css.quiet}>{samplesOf(column)}</span>
          </span>,
          use && 'operation' in use ? (
            <span key={place}>{words.level(use.operation, use.level)}</span>
          ) : (
            <Select
              key={place}
              aria-label={`${place} ${heading}`}
              showSearch={{ optionFilterProp: 'label' }}
              value={fieldOf(mapping, column) ?? ''}
              onChange={(field: Field | '') => say(column, field)}
              options={[
                { value: '', label: words.notRead },
                ...fields.map((field) => ({ value: field, label: importWords.fields[field] })),
              ]}
            />
          ),
        ]
      })}
    </div>
  )
}
