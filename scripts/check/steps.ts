import { join } from 'node:path'

import { projectFolder } from '../project-folder.ts'
import type { Step } from './run-steps.ts'
import { listTests } from './test-files.ts'

/** The JavaScript behind a command of node_modules: run by our own Node it needs no shell and no `node` on the path. */
const tool = (path: string): string => join(projectFolder, 'node_modules', ...path.split('/'))

export const types: Step = { name: 'types', arguments: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.'] }

export const lint: Step = { name: 'lint', arguments: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] }

export const format: Step = { name: 'format', arguments: [tool('oxfmt/bin/oxfmt'), '--check', '.'] }

export const fixes: readonly Step[] = [
  { name: 'lint, writing', arguments: [tool('oxlint/bin/oxlint'), '--type-aware', '--fix'] },
  { name: 'format, writing', arguments: [tool('oxfmt/bin/oxfmt'), '.'] },
]

export const generated = (environment: Step['environment'] = {}): Step => ({
  name: 'generated files',
  arguments: [join(projectFolder, 'scripts', 'generate.ts'), '--check'],
  environment,
})

/** Pure tests share one process: starting Node is most of what each of them would cost. */
export const pureTests = (words: readonly string[]): readonly Step[] =>
  runner('pure tests', listTests('pure', words), ['--test-isolation=none'])

export const databaseTests = (words: readonly string[], environment: Step['environment']): readonly Step[] =>
  runner('database tests', listTests('database', words), ['--test-concurrency=2'], environment)

/** One browser at a time: two of them on two cores make each other late. */
export const browserTests = (words: readonly string[], environment: Step['environment']): readonly Step[] =>
  runner('browser tests', listTests('browser', words), ['--test-concurrency=1'], environment)

const runner = (
  name: string,
  files: readonly string[],
  options: readonly string[],
  environment: Step['environment'] = {},
): readonly Step[] =>
  files.length === 0 ? [] : [{ name, arguments: ['--test', '--test-reporter=spec', ...options, ...files], environment }]
