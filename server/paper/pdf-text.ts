import { inflateSync } from 'node:zlib'

/**
 * The words on each page of a PDF of ours, in the order in which they were set, without white space: a line break inside a cell
 * is no part of what it says; a picture reads ▣. Read through the fonts' own tables, as a reader's search does. For tests of what is printed.
 */
export const pdfText = (pdf: Buffer): readonly string[] => {
  const objects = objectsIn(pdf.toString('latin1'))
  const at = (reference: string | undefined): PdfObject => {
    const found = objects.get(reference ?? '')
    if (found === undefined) throw new Error(`the PDF has no object ${reference}`)
    return found
  }
  const pages = [...objects.values()].find(({ head }) => head.includes('/Type /Pages'))
  const kids = /\/Kids \[([^\]]*)\]/.exec(pages?.head ?? '')?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid]) => {
    const page = at(kid)
    const fonts = new Map(
      [...page.head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [
        name,
        charactersOf(at(/\/ToUnicode (\d+) 0 R/.exec(at(font).head)?.[1]).stream),
      ]),
    )
    return wordsIn(at(/\/Contents (\d+) 0 R/.exec(page.head)?.[1]).stream, fonts).replaceAll(/\s/g, '')
  })
}

type PdfObject = { readonly head: string; readonly stream: string }
type Characters = ReadonlyMap<number, string>

/** A stream is passed over by its length, because its bytes may look like anything. */
const objectsIn = (pdf: string): ReadonlyMap<string, PdfObject> => {
  const objects = new Map<string, PdfObject>()
  const opening = /(\d+) 0 obj\n([\s\S]*?)(endobj|stream\n)/g
  for (let found = opening.exec(pdf); found !== null; found = opening.exec(pdf)) {
    const [, number = '', head = '', end] = found
    const length = end === 'endobj' ? 0 : Number(/\/Length (\d+)/.exec(head)?.[1])
    const bytes = pdf.slice(opening.lastIndex, opening.lastIndex + length)
    const isPacked = head.includes('/Filter /FlateDecode')
    objects.set(number, {
      head,
      stream: isPacked ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes,
    })
    opening.lastIndex += length
  }
  return objects
}

const charactersOf = (table: string): Characters =>
  new Map(
    [...table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g)].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )

/** Fonts are chosen by name, glyphs stand in strings; strings in dictionaries are notes about the text and no part of it. */
const wordsIn = (content: string, fonts: ReadonlyMap<string, Characters>): string => {
  let characters: Characters = new Map()
  let words = ''
  const token = /<<[\s\S]*?>>|\/(f\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\/x\d+ Do|\(/g
  for (let found = token.exec(content); found !== null; found = token.exec(content)) {
    const [opening, font, hex] = found
    if (opening === '(') {
      const end = closingOf(content, token.lastIndex)
      words += charactersIn(unescaped(content.slice(token.lastIndex, end)), characters)
      token.lastIndex = end + 1
    } else if (hex !== undefined) words += charactersIn(Buffer.from(hex, 'hex'), characters)
    else if (opening.endsWith('Do')) words += '▣'
    else if (font !== undefined) characters = fonts.get(font) ?? new Map()
  }
  return words
}

/** Where a string ends that begins here: brackets in pairs stand in it as they are, single ones behind a backslash. */
const closingOf = (content: string, start: number): number => {
  for (let i = start, depth = 1; i < content.length; i++) {
    if (content[i] === '\\') i++
    else if (content[i] === '(') depth++
    else if (content[i] === ')' && --depth === 0) return i
  }
  throw new Error('a string of the PDF does not end')
}

const charactersIn = (glyphs: Buffer, characters: Characters): string => {
  let words = ''
  for (let i = 0; i + 1 < glyphs.length; i += 2) words += characters.get(glyphs.readUInt16BE(i)) ?? ''
  return words
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (written: string): Buffer =>
  Buffer.from(
    written.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped) ? String.fromCodePoint(Number.parseInt(escaped, 8)) : (escapes[escaped] ?? escaped),
    ),
    'latin1',
  )
