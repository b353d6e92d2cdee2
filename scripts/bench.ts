import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'

import { listFiles } from './check/source-files.ts'
import { projectFolder } from './project-folder.ts'

// Runs the named measurements of bench/, or all of them, one after the other: side by side they would measure each other.
const names = process.argv.slice(2)
const files = listFiles('bench/*.bench.ts')
const nameOf = (file: string): string => basename(file, '.bench.ts')
const unknown = names.filter((name) => !files.some((file) => nameOf(file) === name))
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are: ${files.map(nameOf).join(', ')}`)
  process.exit(1)
}

for (const file of files.filter((one) => names.length === 0 || names.includes(nameOf(one)))) {
  console.log(`\n── ${nameOf(file)} ${'─'.repeat(60 - nameOf(file).length)}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(projectFolder, file)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
