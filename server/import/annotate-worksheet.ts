import { columnLetter } from '#core/people/ledger/cell.ts'
import { attributeOf, prefixOf } from './xml-text.ts'

/** Text for some rows of a sheet, in the first column that none of them uses. */
export type Annotations = { readonly column: number; readonly texts: ReadonlyMap<number, string> }

/** Adds a cell to the annotated rows and leaves every other byte of the worksheet as it was. */
export const annotateWorksheet = async function* (
  bytes: AsyncIterable<Buffer>,
  { column, texts }: Annotations,
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  let prefix: string | undefined
  let previous = 0
  for await (const piece of bytes) {
    rest += decoder.decode(piece, { stream: true })
    prefix ??= prefixOf(rest, 'worksheet')
    const tags = tagsOf(prefix)
    let done = ''
    let at = 0
    for (;;) {
      const open = indexOfRow(rest, tags.row, at)
      if (open < 0) break
      const openEnd = rest.indexOf('>', open)
      if (openEnd < 0) break
      const tag = rest.slice(open, openEnd)
      const isEmpty = tag.endsWith('/')
      const close = isEmpty ? openEnd + 1 : rest.indexOf(tags.rowEnd, openEnd)
      if (close < 0) break
      previous = Number(attributeOf(tag, 'r')) || previous + 1
      const text = texts.get(previous)
      // `spans` says which columns the row uses; it is only a hint, and a wrong one is worse than none.
      const opening = text === undefined ? `${tag}>` : `${tag.replace(/ spans="[^"]*"/, '').replace(/\/$/, '')}>`
      const body = isEmpty ? '' : rest.slice(openEnd + 1, close)
      const added = text === undefined ? '' : cellOf(prefix, `${columnLetter(column)}${previous}`, text)
      const ending = isEmpty ? (text === undefined ? '' : tags.rowEnd) : tags.rowEnd
      done += rest.slice(at, open) + opening + body + added + ending
      at = isEmpty ? close : close + tags.rowEnd.length
    }
    // The last characters may be the beginning of the next row.
    const open = indexOfRow(rest, tags.row, at)
    const keepFrom = open >= 0 ? open : Math.max(at, rest.length - tags.row.length - 1)
    done += rest.slice(at, keepFrom)
    rest = rest.slice(keepFrom)
    if (done !== '') yield Buffer.from(done)
  }
  if (rest !== '') yield Buffer.from(rest)
}

const tagsOf = (prefix: string): { readonly row: string; readonly rowEnd: string } => {
  const name = prefix === '' ? 'row' : `${prefix}:row`
  return { row: `<${name}`, rowEnd: `</${name}>` }
}

const indexOfRow = (xml: string, tag: string, from: number): number => {
  for (let at = xml.indexOf(tag, from); at >= 0; at = xml.indexOf(tag, at + tag.length)) {
    const next = xml.charCodeAt(at + tag.length)
    if (next <= 32 || next === 62 || next === 47 || Number.isNaN(next)) return at
  }
  return -1
}

const cellOf = (prefix: string, reference: string, text: string): string => {
  const name = (local: string): string => (prefix === '' ? local : `${prefix}:${local}`)
  return `<${name('c')} r="${reference}" t="inlineStr"><${name('is')}><${name('t')}>${escape(text)}</${name('t')}></${name('is')}></${name('c')}>`
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
