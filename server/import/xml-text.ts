import { toStorable } from '../storable-text.ts'

/**
 * The little of XML that spreadsheets use. Entities are never expanded beyond the five of XML itself and numbers, and a
 * document type is never looked at, so that no declaration can make a small file large.
 */
export const decodeXmlText = (text: string): string => {
  const plain = text.includes('&') ? text.replace(entity, decodeEntity) : text
  return toStorable(
    plain.includes('_x')
      ? plain.replace(officeEscape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : plain,
  )
}

const entity = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/g
/** ECMA-376 part 1, 22.9.2.19: control characters are written as `_x000D_`. */
const officeEscape = /_x([\dA-Fa-f]{4})_/g

const named: { readonly [entity: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

const decodeEntity = (text: string): string => {
  const known = named[text]
  if (known !== undefined) return known
  const code = text[2] === 'x' ? Number.parseInt(text.slice(3, -1), 16) : Number.parseInt(text.slice(2, -1), 10)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The value of an attribute within a tag: `attributeOf('<row r="5" hidden="1">', 'hidden')` → `1`. */
export const attributeOf = (tag: string, name: string): string | undefined => {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1)
    const quoteAt = at + name.length + 1
    if (before > 32 || tag[quoteAt - 1] !== '=') continue
    const quote = tag[quoteAt]!
    return decodeXmlText(tag.slice(quoteAt + 1, tag.indexOf(quote, quoteAt + 1)))
  }
  return undefined
}

/** All the text runs of a string item or inline string, without the reading aids of Japanese and Chinese (`rPh`). */
export const textRunsOf = (xml: string): string => {
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (let at = spoken.indexOf('<t'); at >= 0; at = spoken.indexOf('<t', at)) {
    const open = spoken.indexOf('>', at)
    const next = spoken.charCodeAt(at + 2)
    // `<t>` or `<t xml:space…>`; anything longer is another element.
    if (open < 0 || (next !== 62 && next !== 32 && next !== 47)) {
      at += 2
      continue
    }
    if (spoken[open - 1] === '/') {
      at = open
      continue
    }
    const close = spoken.indexOf('</t>', open)
    if (close < 0) break
    text += decodeXmlText(spoken.slice(open + 1, close))
    at = close
  }
  return text
}

/** Some writers put every element into a prefixed namespace (`<x:row>`); the rest of the reader need not know. */
export const withoutPrefix = (xml: string, prefix: string): string =>
  xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')

/** The prefix of a document's root element, from its beginning; empty when there is none. */
export const prefixOf = (xml: string, root: string): string =>
  new RegExp(`<([\\w.-]+):${root}[\\s>]`).exec(xml)?.[1] ?? ''
