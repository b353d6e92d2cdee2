import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { headerPlaces, headerSignature, maskNumbers, pointAtHeader } from './point-at-header.ts'
import type { SheetHead } from './recognise-sheet.ts'

const sheetOf = (...rows: readonly (readonly string[])[]): SheetHead => ({
  rows: rows.map((cells, at) => ({ number: at + 1, cells, isHidden: false })),
  merges: [],
  fileName: 'x.csv',
  sheetName: 'x',
})
const sheet = sheetOf(
  ['某厂 2026 年名单', '', ''],
  ['甲', '身份证号', '丙'],
  ['田小雨', '11010519491231002X', '操作工'],
  ['林一', '110105194912310038', '钳工'],
)

describe('a header that a person points at', () => {
  test('is read there, even where nothing was recognised', () => {
    const pointed = pointAtHeader(sheet, { firstRow: 2, lastRow: 2 }, 'people')
    assert.ok(pointed.ok)
    assert.deepEqual(pointed.guess.headers, ['甲', '身份证号', '丙'])
    assert.equal(pointed.guess.kind, 'people')
    assert.deepEqual(pointed.guess.mapping[1], { field: 'idNumber' })
  })

  test('is refused where it holds the numbers of people, since headers are kept', () => {
    for (const place of [
      { firstRow: 3, lastRow: 3 },
      { firstRow: 2, lastRow: 3 },
    ])
      assert.deepEqual(pointAtHeader(sheet, place), { ok: false, because: 'header-is-data' })
  })

  test('is refused beyond the sheet, upside down, and higher than any header', () => {
    for (const [firstRow, lastRow] of [
      [9, 9],
      [3, 2],
      [1, 4],
    ] as const)
      assert.deepEqual(pointAtHeader(sheet, { firstRow, lastRow }), { ok: false, because: 'sheet-unrecognised' })
  })
})

test('a header is the same whatever blanks, marks and empty columns stand around its words', () => {
  assert.equal(headerSignature(['* 甲 ', '乙(一)', '丙:', '']), headerSignature(['甲', '乙一', '丙']))
  assert.notEqual(headerSignature(['甲', '乙']), headerSignature(['乙', '甲']))
  assert.ok(headerPlaces(sheet).some(({ firstRow, lastRow }) => firstRow === 2 && lastRow === 2))
})

test('long numbers are shown so that their kind is seen and their owner is not', () => {
  assert.equal(maskNumbers('11010519491231002X'), '110••••••••••••02X')
  assert.equal(maskNumbers('13800001234 / 20260301'), '138••••••34 / 20260301')
})
