import { runtimeVersion, supportedPlatforms } from './platform.mjs'
import { words } from './words.mjs'

/**
 * What a command does first, from what was found on this machine. Pure, so that every machine can be tested on one.
 * @param {import('./decide-entry.d.mts').Found} found
 * @returns {import('./decide-entry.d.mts').Entry}
 */
export const decideEntry = (found) => {
  if (Number(found.systemNode.split('.')[0]) < 20) return refuse(words.nodeTooOld(found.systemNode))
  if (!found.command || !found.commands.includes(found.command))
    return refuse(words.noSuchCommand(found.command ?? '', found.commands))
  if (!found.runtime) return refuse(words.noRuntime(found.platform, supportedPlatforms))
  if (found.installedHash !== found.lockHash || found.installedRuntimeVersion === undefined)
    return { step: 'install', lockHash: found.lockHash }
  // The lockfile was followed to the letter and still brought another version: only a wrong lockfile does that.
  if (found.installedRuntimeVersion !== runtimeVersion)
    return refuse(words.otherRuntime(found.installedRuntimeVersion, runtimeVersion))
  return { step: 'run', runtime: found.runtime }
}

/** @param {string} sentence */
const refuse = (sentence) => ({ step: /** @type {const} */ ('refuse'), sentence })

/**
 * The commands are those of package.json that come in here.
 * @param {Readonly<Record<string, string>>} scripts
 */
export const commandsOf = (scripts) =>
  Object.values(scripts).flatMap((line) => /^node scripts\/enter\.mjs ([a-z0-9-]+)$/.exec(line)?.[1] ?? [])
