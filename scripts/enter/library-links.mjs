// Runs on the system's own Node (20 or newer): plain JavaScript, nothing from node_modules.
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * PostgreSQL's libraries need links that an npm archive cannot carry. Its package recreates them in an install script,
 * but newer npm versions do not run install scripts unasked, and the server then fails to load libpq.
 * @param {string} packageFolder
 */
export const restoreLibraryLinks = (packageFolder) => {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageFolder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      // Another start beside us may have made it between the look and the deed.
      if (!lstatSync(link, { throwIfNoEntry: false })) throw error
    }
  }
}
