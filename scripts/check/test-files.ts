import { listFiles } from './source-files.ts'

/** The kinds of tests: pure ones share one process, the others get a process each. */
export type TestKind = 'pure' | 'database' | 'browser'

export const kindOf = (file: string): TestKind | undefined => {
  if (/\.e2e\.tsx?$/.test(file)) return 'browser'
  if (/\.db\.test\.tsx?$/.test(file)) return 'database'
  return /\.test\.tsx?$/.test(file) ? 'pure' : undefined
}

/** All test files of a kind; with words, those whose path has one of them. */
export const listTests = (kind: TestKind, words: readonly string[]): readonly string[] =>
  listFiles('**/*.{ts,tsx}').filter(
    (file) => kindOf(file) === kind && (words.length === 0 || words.some((word) => file.includes(word))),
  )
