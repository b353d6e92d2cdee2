import { globSync } from 'node:fs'
import { relative, sep } from 'node:path'

import { projectFolder } from '../project-folder.ts'

const notOurs = /(^|[\\/])(node_modules|dist|data|\.holdpoint|\.git)([\\/]|$)/

/** All files of ours that match, as paths from the project's folder with forward slashes. */
export const listFiles = (pattern: string): readonly string[] =>
  globSync(pattern, {
    cwd: projectFolder,
    exclude: (path) => notOurs.test(relative(projectFolder, path)) || notOurs.test(path),
  })
    .map((file) => file.split(sep).join('/'))
    .toSorted()
