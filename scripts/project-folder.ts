import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where this clone lies, whatever folder a command was started from. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))
