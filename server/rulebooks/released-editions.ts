import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRulebook } from '#core/rulebook/parse-rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { rulebooksFolder } from './read-rulebook.ts'

/** Editions that went out to plants lie here as they were, one file each; nothing writes over them. */
export const releasedFolder = join(rulebooksFolder, 'released')

export const contentFile = (id: string, edition: string): string =>
  join(releasedFolder, id, `${edition}.generated.json`)
export const daysFile = (id: string, edition: string): string =>
  join(releasedFolder, id, `${edition}.days.generated.json`)

/** What was released under this name, or null. */
export const readReleased = async (id: string, edition: string): Promise<unknown> => {
  const text = await readFile(contentFile(id, edition), 'utf8').catch(() => null)
  return text === null ? null : JSON.parse(text)
}

export const releasedNames = async (): Promise<readonly { readonly id: string; readonly edition: string }[]> => {
  const ids = (await readdir(releasedFolder)).toSorted()
  const ofEach = await Promise.all(
    ids.map(async (id) =>
      (await readdir(join(releasedFolder, id)))
        .filter((file) => !file.endsWith('.days.generated.json'))
        .map((file) => ({ id, edition: file.replace(/\.generated\.json$/, '') }))
        .toSorted((a, b) => (a.edition < b.edition ? -1 : 1)),
    ),
  )
  return ofEach.flat()
}

/** Every released edition; one that cannot be read any more must not be passed over, because jobs are pinned to it. */
export const readAllReleased = async (): Promise<readonly Rulebook[]> =>
  Promise.all(
    (await releasedNames()).map(async ({ id, edition }) => {
      const parsed = parseRulebook(await readReleased(id, edition))
      if (!parsed.ok) throw new Error(`released ${id} ${edition} is refused: ${JSON.stringify(parsed.problems)}`)
      return parsed.rulebook
    }),
  )
