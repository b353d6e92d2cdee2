import type { ImportWords } from '#core/messages/import-words.ts'
import type { RowOutcome } from '#core/people/ledger/problems.ts'
import type { ImportReport } from './import-files.ts'

const outcomes: readonly RowOutcome[] = ['accepted', 'same', 'refused', 'conflict', 'ignored']

/** A line for each row under its sheet and its file, and the sums at the end. */
export const reportLines = function* ({ files, counts }: ImportReport, words: ImportWords): Generator<string> {
  const sum = (of: ImportReport['counts']): string =>
    outcomes
      .filter((outcome) => of[outcome] > 0)
      .map((outcome) => `${words.outcomes[outcome]} ${of[outcome]}`)
      .join(' · ')
  for (const { file, problem, sheets } of files) {
    yield file
    if (problem) yield `  ${problem.says} ${problem.remedy}`
    for (const { name, readAs, leftOut, counts: ofSheet, rows } of sheets) {
      yield readAs === null
        ? `  ${name}: ${leftOut?.says ?? ''}`
        : `  ${name} · ${words.kinds[readAs]}: ${sum(ofSheet)}`
      for (const { row, name: who, outcome, reasons } of rows) {
        const why = reasons.map(({ says, remedy }) => `${says} ${remedy}`).join(' ')
        yield `    ${row}\t${words.outcomes[outcome]}\t${who}${why === '' ? '' : `\t${why}`}`
      }
    }
  }
  yield sum(counts)
}
