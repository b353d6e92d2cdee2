import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isBlank } from '../ledger/cell.ts'
import { toPlainText } from './plain-text.ts'

/** Without the short cuts that spare most cells the normalising. */
const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Characters on both sides of every border of the short cuts. */
const text = fc
  .array(fc.constantFrom(...'a~!一鿿㐀 \t\n\u00a0\u3000\u200b\ufeff\u007fＡé﨎'))
  .map((characters) => characters.join(''))

/** A few blanks in a row between plain characters are rare among all these. */
const numRuns = 5000

describe('text of a cell', () => {
  test('is what normalising makes of it, whether or not it was plain already', () => {
    fc.assert(
      fc.property(text, (written) => assert.equal(toPlainText(written), normalised(written))),
      { numRuns },
    )
  })

  test('is blank when normalising leaves nothing', () => {
    fc.assert(
      fc.property(text, (written) => assert.equal(isBlank(written), normalised(written) === '')),
      { numRuns },
    )
  })
})
