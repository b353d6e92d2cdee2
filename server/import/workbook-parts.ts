import type { DateSystem } from '#core/people/identity/written-date.ts'
import { refuseFile } from './file-refused.ts'
import { limits } from './limits.ts'
import { attributeOf, prefixOf, textRunsOf, withoutPrefix } from './xml-text.ts'
import type { ZipArchive, ZipEntry } from './zip-archive.ts'

export type SheetPart = { readonly name: string; readonly isHidden: boolean; readonly entry: ZipEntry }

export type WorkbookParts = {
  readonly sheets: readonly SheetPart[]
  readonly dateSystem: DateSystem
  /** For each cell style whether it shows a day. */
  readonly dateStyles: readonly boolean[]
  readonly sharedStrings: readonly string[]
}

const partTextBytesMax = 16 * 1024 * 1024

export const readWorkbookParts = async (zip: ZipArchive): Promise<WorkbookParts> => {
  const workbookEntry = zip.entries.get('xl/workbook.xml')
  if (!workbookEntry) throw refuseFile('file-damaged', { part: 'xl/workbook.xml' })
  const workbook = plain(await readText(zip, workbookEntry, partTextBytesMax), 'workbook')
  const targets = await readTargets(zip)

  const sheets = [...workbook.matchAll(/<sheet\s[^>]*>/g)].flatMap(([tag]): SheetPart[] => {
    const target = targets.get(/\s[\w.-]+:id="([^"]+)"/.exec(tag)?.[1] ?? '')
    // Chart and macro sheets have no rows.
    if (!target || target.kind !== 'worksheet') return []
    const entry = zip.entries.get(target.path)
    if (!entry) throw refuseFile('file-damaged', { part: target.path })
    return [
      { name: attributeOf(tag, 'name') ?? '', isHidden: (attributeOf(tag, 'state') ?? 'visible') !== 'visible', entry },
    ]
  })
  if (sheets.length > limits.sheetsMax) throw refuseFile('sheets-too-many', { sheetsMax: limits.sheetsMax })
  const pathOf = (kind: string): string | undefined =>
    [...targets.values()].find((target) => target.kind === kind)?.path
  return {
    sheets,
    dateSystem: /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) ? 1904 : 1900,
    dateStyles: await readDateStyles(zip, pathOf('styles')),
    sharedStrings: await readSharedStrings(zip, pathOf('sharedStrings')),
  }
}

const plain = (xml: string, root: string): string => {
  const prefix = prefixOf(xml, root)
  return prefix === '' ? xml : withoutPrefix(xml, prefix)
}

const readTargets = async (zip: ZipArchive): Promise<Map<string, { readonly kind: string; readonly path: string }>> => {
  const entry = zip.entries.get('xl/_rels/workbook.xml.rels')
  if (!entry) throw refuseFile('file-damaged', { part: 'xl/_rels/workbook.xml.rels' })
  const xml = plain(await readText(zip, entry, partTextBytesMax), 'Relationships')
  return new Map(
    [...xml.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => {
      const target = attributeOf(tag, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return [attributeOf(tag, 'Id') ?? '', { kind: (attributeOf(tag, 'Type') ?? '').split('/').at(-1)!, path }]
    }),
  )
}

/** ECMA-376 part 1, 18.8.30: the built-in number formats that show days, with those of Chinese and Japanese editions. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)

const readDateStyles = async (zip: ZipArchive, path: string | undefined): Promise<boolean[]> => {
  const entry = path === undefined ? undefined : zip.entries.get(path)
  if (!entry) return []
  const xml = plain(await readText(zip, entry, partTextBytesMax), 'styleSheet')
  const custom = new Map(
    [...xml.matchAll(/<numFmt\s[^>]*>/g)].map(([tag]) => [
      Number(attributeOf(tag, 'numFmtId')),
      showsDay(attributeOf(tag, 'formatCode') ?? ''),
    ]),
  )
  const cellStyles = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1] ?? ''
  return [...cellStyles.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const format = Number(attributeOf(tag, 'numFmtId'))
    return custom.get(format) ?? isBuiltInDate(format)
  })
}

/** A format shows a day when it has a year or a day of the month outside quoted words, colours and escapes. */
const showsDay = (code: string): boolean =>
  /[ydeg]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general/gi, ''))

const readSharedStrings = async (zip: ZipArchive, path: string | undefined): Promise<string[]> => {
  const entry = path === undefined ? undefined : zip.entries.get(path)
  if (!entry) return []
  const strings: string[] = []
  const decoder = new TextDecoder()
  let rest = ''
  let prefix: string | undefined
  for await (const piece of zip.read(entry, limits.sharedStringsBytesMax)) {
    const text = decoder.decode(piece, { stream: true })
    prefix ??= prefixOf(text, 'sst')
    rest += prefix === '' ? text : withoutPrefix(text, prefix)
    rest = takeStringItems(rest, strings)
  }
  return strings
}

/** Takes the complete string items from the front; what is left waits for more bytes. */
const takeStringItems = (xml: string, strings: string[]): string => {
  let at = 0
  for (;;) {
    const open = xml.indexOf('<si', at)
    if (open < 0) return xml.slice(Math.max(at, xml.length - 8))
    const openEnd = xml.indexOf('>', open)
    if (openEnd < 0) return xml.slice(open)
    if (xml[openEnd - 1] === '/') {
      strings.push('')
      at = openEnd + 1
      continue
    }
    const close = xml.indexOf('</si>', openEnd)
    if (close < 0) return xml.slice(open)
    strings.push(simpleItem(xml, openEnd + 1, close) ?? textRunsOf(xml.slice(openEnd + 1, close)))
    at = close + 5
  }
}

/** Nearly every item is `<t>text</t>` without entities; this path does not search. */
const simpleItem = (xml: string, from: number, to: number): string | undefined => {
  if (!xml.startsWith('<t>', from) || !xml.startsWith('</t>', to - 4)) return undefined
  const text = xml.slice(from + 3, to - 4)
  return text.includes('<') || text.includes('&') || text.includes('_x') ? undefined : text
}

export const readText = async (zip: ZipArchive, entry: ZipEntry, bytesMax: number): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of zip.read(entry, bytesMax)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
