import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

import { checkImports } from './scripts/check/import-table.ts'
import { readImports } from './scripts/check/read-imports.ts'
import { listFiles } from './scripts/check/source-files.ts'
import { projectFolder } from './scripts/project-folder.ts'

const files = listFiles('**/*.{ts,tsx,mts,mjs}')

describe('the import table', () => {
  test('holds for every source file', () => {
    assert.ok(files.length > 100, `only ${files.length} files were found`)
    const problems = files.flatMap((file) =>
      checkImports(file, readImports(readFileSync(join(projectFolder, file), 'utf8'))),
    )
    assert.deepEqual(problems, [])
  })

  // A test that cannot fail proves nothing: each row is shown to refuse.
  const refused: readonly (readonly [file: string, specifier: string])[] = [
    ['core/job/decide.ts', 'zod'],
    ['core/job/decide.ts', 'node:fs'],
    ['core/job/decide.test.ts', 'pg'],
    ['core/job/decide.ts', '#server/ids.ts'],
    ['core/job/decide.ts', '../../server/ids.ts'],
    ['contract/commands.ts', '#server/ids.ts'],
    ['contract/commands.ts', '../core/ids.ts'],
    ['server/handle.ts', '#web/ui/button.tsx'],
    ['server/handle.ts', './main.ts'],
    ['server/handle.ts', '#server/ids.ts'],
    ['server/store/events.ts', '../routes/jobs.ts'],
    ['server/routes/jobs.ts', '../integrations/hr/client.ts'],
    ['web/ui/button.tsx', '../features/apply/apply.tsx'],
    ['web/ui/button.tsx', '#core/ids.ts'],
    ['web/features/apply/apply.tsx', '../close/close.tsx'],
    ['web/features/apply/apply.tsx', '#server/ids.ts'],
    ['simulators/hr/hr.ts', '#core/ids.ts'],
    ['elsewhere/file.ts', 'zod'],
  ]
  for (const [file, specifier] of refused)
    test(`refuses ${specifier} in ${file}`, () => assert.notDeepEqual(checkImports(file, [specifier]), []))

  const accepted: readonly (readonly [file: string, specifier: string])[] = [
    ['core/job/decide.test.ts', 'fast-check'],
    ['core/job/decide.ts', '../ids.ts'],
    ['contract/commands.ts', '#core/ids.ts'],
    ['server/store/store.db.test.ts', '#scripts/testing/test-database.ts'],
    ['web/features/apply/apply.tsx', '../../ui/button.tsx'],
  ]
  for (const [file, specifier] of accepted)
    test(`accepts ${specifier} in ${file}`, () => assert.deepEqual(checkImports(file, [specifier]), []))
})

test('imports are read however they are written', () => {
  const source = `import a, { type B } from 'a'\nimport 'b'\nexport * from './c.ts'\nimport {\n  d,\n} from '#d/d.ts'\nconst e = await import('e')\n// import 'f'\n`
  assert.deepEqual(new Set(readImports(source)), new Set(['a', 'b', './c.ts', '#d/d.ts', 'e']))
})
