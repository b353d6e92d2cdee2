import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { generators } from './generate/generators.ts'
import { projectFolder } from './project-folder.ts'

// Writes every generated file; with --check it only says which ones are not what they would be.
const isCheck = process.argv.includes('--check')
const stale: string[] = []

for (const [file, generate] of Object.entries(generators)) {
  const path = join(projectFolder, file)
  const text = await generate()
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  stale.push(file)
  if (!isCheck) writeFileSync(path, text)
}

if (stale.length === 0) console.log('All generated files are up to date.')
else if (isCheck) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run generate and commit the result.`)
  process.exitCode = 1
} else console.log(`Written: ${stale.join(', ')}`)
