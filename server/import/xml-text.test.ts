import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeXmlText } from './xml-text.ts'

test('a cell’s text is what a reader sees, and never more than the database can keep', () => {
  const cases: { readonly [written: string]: string } = {
    'A &amp; B &lt;1&gt; &#27861;&#x5170;': 'A & B <1> 法兰',
    line_x000D_end: 'line\rend',
    '&#x1F525;': '🔥',
    // Two halves written apart are the character that they make.
    '&#xD83D;&#xDD25;': '🔥',
    'half &#xD83D; of one': 'half \ufffd of one',
    'a&#0;b_x0000_c_xD83D_': 'abc\ufffd',
    '&#99999999; &unknown; &#x110000;': '&#99999999; &unknown; ',
  }
  for (const [written, read] of Object.entries(cases)) assert.equal(decodeXmlText(written), read, written)
})
