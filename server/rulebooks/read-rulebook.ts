import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { parseRulebook, type ParsedRulebook } from '#core/rulebook/parse-rulebook.ts'

/** Where the rulebooks that come with the product lie, each in a folder of its own. */
export const rulebooksFolder = fileURLToPath(new URL('../../rulebooks/', import.meta.url))

/** Reads a rulebook that comes with the product, by its name such as `chemical`. */
export const readRulebook = async (name: string): Promise<ParsedRulebook> => parseRulebook(await readWritten(name))

/** A rulebook as somebody wrote it; a text that is no YAML throws. */
export const parseRulebookText = (text: string): ParsedRulebook => parseRulebook(parse(text))

/**
 * The data of a rulebook before it is parsed. `files` names one file per operation, in the order in which people meet
 * them. They are read as one text, so that rows named under `shared` can stand in each of them.
 */
export const readWritten = async (name: string): Promise<{ readonly [field: string]: unknown }> => {
  const folder = `${rulebooksFolder}${name}/`
  const head = await readFile(`${folder}rulebook.yaml`, 'utf8')
  const { files } = parse(head) as { files: readonly string[] }
  const operations = await Promise.all(files.map((file) => readFile(`${folder}${file}.yaml`, 'utf8')))
  const text = [head, 'operations:', ...operations.flatMap((one, i) => [`  ${files[i]}:`, indent(one)])].join('\n')
  // Our own files name the same rows often; the limit guards against foreign ones.
  const { files: _files, shared: _shared, ...rulebook } = parse(text, { merge: true, maxAliasCount: -1 })
  return spread(rulebook) as { readonly [field: string]: unknown }
}

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ')

/** A list that stands as a row of a list is meant as its rows. */
const spread = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.flatMap((row: unknown) => (Array.isArray(row) ? (spread(row) as unknown[]) : [spread(row)]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spread(one)]))
}
