import type { ImportRow } from '#contract/imports.ts'
import { sayProblem } from '#core/messages/import-words.ts'
import { useWords } from '../../session/language.tsx'
import css from './import-ledgers.module.css'
import { useImportWords } from './use-import-words.ts'

/** What is wrong with a row, in which column, and what to do about it. */
export const RowReasons = ({ problems }: { problems: ImportRow['problems'] }) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  return (
    <div className={css.reasons}>
      {problems.map((one) => {
        const { says, remedy } = sayProblem(importWords, one)
        return (
          <span key={`${one.code} ${one.column ?? ''}`}>
            {one.column !== undefined && <span className={css.quiet}>{words.column(columnLetter(one.column))} </span>}
            {says} <span className={css.remedy}>{remedy}</span>
          </span>
        )
      })}
    </div>
  )
}

/** 0 → A, 26 → AA: as the spreadsheet names it. */
export const columnLetter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetter(Math.floor(column / 26) - 1) + columnLetter(column % 26)
