import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../project-folder.ts'
import { conformityRows, type ConformityRow } from './conformity-rows.ts'

/** What AQ 3064.2 asks, row by row. A row that names a file which is not there cannot be written. */
export const generateConformityDoc = (): Promise<string> => {
  const gaps = conformityRows.flatMap(gapsOf)
  if (gaps.length > 0) throw new Error(`docs/conformity.md cannot be written:\n${gaps.join('\n')}`)
  const isWhole = ({ notYet }: ConformityRow): boolean => notYet === undefined
  const whole = conformityRows.filter(isWhole).length
  const lines = conformityRows.map(
    ({ section, asks, where, tests, notYet }) =>
      `| ${section} | ${asks} | ${list(where)} | ${list(tests)} | ${notYet === undefined ? 'met' : `**not yet:** ${notYet}`} |`,
  )
  return Promise.resolve(
    `# Conformity with AQ 3064.2-2025

Generated from \`scripts/generate/conformity-rows.ts\`; do not edit. ${conformityRows.length} rows, ${whole} met as a whole.

| section | asks | where | tests | state |
|---|---|---|---|---|
${lines.join('\n')}
`,
  )
}

const list = (files: readonly string[]): string =>
  files.length === 0 ? '–' : files.map((file) => `\`${file}\``).join(' ')

/** What is said to be met needs a test that shows it; what is not says what lacks. */
export const gapsOf = ({ section, where, tests, notYet }: ConformityRow): readonly string[] => [
  ...[...where, ...tests].flatMap((file) =>
    existsSync(join(projectFolder, file)) ? [] : [`${section}: there is no ${file}`],
  ),
  ...(tests.length === 0 && notYet === undefined ? [`${section}: neither a test nor what is missing`] : []),
  ...tests.flatMap((file) => (/\.(test|e2e)\.ts$/.test(file) ? [] : [`${section}: ${file} is no test`])),
]
