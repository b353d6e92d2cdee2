import type { Result } from './run-steps.ts'

/** The summary that ends every run; its last line counts the tests. Sets the exit code. */
export const report = (results: readonly Result[], startedAt: number): void => {
  const failed = results.filter(({ passed }) => !passed)
  const sum = (of: (result: Result) => number): number => results.reduce((total, result) => total + of(result), 0)
  console.log(
    `\n${results.length - failed.length} of ${results.length} steps passed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
  )
  if (failed.length > 0) console.log(`failed: ${failed.map(({ name }) => name).join(', ')}`)
  const skipped = sum(({ tests }) => tests.skipped)
  console.log(
    `${sum(({ tests }) => tests.passed)} passed, ${sum(({ tests }) => tests.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  process.exitCode = failed.length > 0 ? 1 : 0
}
