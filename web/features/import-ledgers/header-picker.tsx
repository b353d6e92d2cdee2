import { Segmented } from 'antd'
import type { SheetHead } from '#contract/imports.ts'
import { useWords } from '../../session/language.tsx'
import { columnLetter } from './row-reasons.tsx'
import css from './header-picker.module.css'

type Header = { readonly first: number; readonly last: number }

const heights = [1, 2, 3]

/** The first rows of the sheet as they are; the row with the names of the columns is pointed at. */
export const HeaderPicker = ({
  rows,
  header,
  onPoint,
}: {
  rows: SheetHead['rows']
  header: Header | undefined
  onPoint: (first: number, last: number) => void
}) => {
  const { imports: words } = useWords()
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const numbers = rows.map(({ number }) => number)
  const lastFrom = (first: number, height: number): number =>
    numbers[Math.min(numbers.indexOf(first) + height, numbers.length) - 1] ?? first
  const height = header ? numbers.filter((number) => header.first <= number && number <= header.last).length : 1
  return (
    <>
      <div className={css.head}>
        <span>{header ? words.headerAt(header.first, header.last) : words.headerHow}</span>
        <Segmented
          aria-label={words.headerHeight}
          disabled={!header}
          value={height}
          onChange={(next) => header && onPoint(header.first, lastFrom(header.first, next))}
          options={heights.map((value) => ({ value, label: words.headerLines(value) }))}
        />
      </div>
      <div className={css.sheet} tabIndex={0} role="region" aria-label={words.headerHow}>
        <table>
          <thead>
            <tr>
              <td />
              {Array.from({ length: width }, (_, column) => (
                <td key={columnLetter(column)}>{columnLetter(column)}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, cells }) => (
              <tr
                key={number}
                data-header={(header && header.first <= number && number <= header.last) || undefined}
                onClick={() => onPoint(number, lastFrom(number, height))}
              >
                <th scope="row">
                  <button type="button" aria-label={words.headerIs(number)}>
                    {number}
                  </button>
                </th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={columnLetter(column)}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
