import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { parseRulebook, type ParsedRulebook } from '#core/rulebook/parse-rulebook.ts'

/** Where the rulebooks that come with the product lie. */
export const rulebooksFolder = fileURLToPath(new URL('../../rulebooks/', import.meta.url))

/** Reads a rulebook that comes with the product, by its name such as `chemical`. */
export const readRulebook = async (name: string): Promise<ParsedRulebook> =>
  parseRulebookText(await readFile(`${rulebooksFolder}${name}.yaml`, 'utf8'))

/** A rulebook as somebody wrote it; a text that is no YAML throws. */
export const parseRulebookText = (text: string): ParsedRulebook => parseRulebook(parse(text))
