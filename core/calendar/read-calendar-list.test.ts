import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Cell, LedgerRow } from '../people/ledger/cell.ts'
import { pastedRows, readCalendarList } from './read-calendar-list.ts'

const rowsOf = (...rows: readonly (readonly Cell[])[]): readonly LedgerRow[] =>
  rows.map((cells, at) => ({ number: at + 1, cells, isHidden: false }))
const read = (text: string) => readCalendarList(pastedRows(text))
const said = (text: string) => {
  const { days, faults } = read(text)
  return [
    ...days.map(({ day, kind, name, isProvisional }) => `${day} ${kind} ${name}${isProvisional ? ' ?' : ''}`.trim()),
    ...faults.map(({ row, code }) => `row ${row} ${code}`),
  ]
}

describe('a list of the days of a year', () => {
  test('is read however its lines are written', () => {
    assert.deepEqual(said('2026-10-01 节假日 国庆节'), ['2026-10-01 holiday 国庆节'])
    assert.deepEqual(said('2026年10月10日\t调休上班'), ['2026-10-10 workday'])
    assert.deepEqual(said('2026.9.20，周日，上班，国庆节调休'), ['2026-09-20 workday 国庆节调休'])
    assert.deepEqual(said('20260919 公休日'), ['2026-09-19 rest-day'])
    assert.deepEqual(said('2026-03-05,major event,Congress of two words'), [
      '2026-03-05 major-event Congress of two words',
    ])
    assert.deepEqual(said('2027-02-05 放假 春节 暂定'), ['2027-02-05 holiday 春节 ?'])
  })

  test('has rows with numbers of their own', () => {
    assert.deepEqual(said('1,2026-10-10,调休上班,'), ['2026-10-10 workday'])
  })

  test('has spans of days in one row', () => {
    const week = ['2026-09-30 holiday 国庆节', '2026-10-01 holiday 国庆节', '2026-10-02 holiday 国庆节']
    assert.deepEqual(said('2026-09-30至2026-10-02 放假 国庆节'), week)
    assert.deepEqual(said('2026-09-30 至 2026-10-02 放假 国庆节'), week)
    assert.deepEqual(said('2026-09-30\t2026-10-02\t放假\t国庆节'), week)
  })

  test('comes out of a workbook with a title, a header and days that are numbers', () => {
    const { days, faults } = readCalendarList(
      rowsOf(
        ['2026年放假安排'],
        ['序号', '日期', '类型', '名称'],
        [1, { serial: 46_296 }, '节假日', '国庆节'],
        [null, null, null, null],
        [2, 46_305, '上班', null],
      ),
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(
      days.map(({ row, day, kind, name }) => [row, day, kind, name]),
      [
        [3, '2026-10-01', 'holiday', '国庆节'],
        [5, '2026-10-10', 'workday', ''],
      ],
    )
  })

  test('names every bad row with its reason, and which line it is', () => {
    assert.deepEqual(
      said(
        [
          '日期 类型 名称',
          '2026-02-30 节假日 元宵',
          '2026-10-01 国庆节',
          '2026-10-02 节假日',
          '国庆节 节假日',
          '2026-01-01至2026-06-01 放假 长假',
          '2026-10-07至2026-10-01 放假 国庆节',
          `2026-10-03 节假日 ${'长'.repeat(41)}`,
          '2026-05-01 节假日 劳动节',
          '2026-05-01 上班',
        ].join('\n'),
      ),
      [
        '2026-05-01 holiday 劳动节',
        'row 2 day-unreadable',
        'row 3 kind-missing',
        'row 4 name-missing',
        'row 5 day-missing',
        'row 6 range-too-long',
        'row 7 day-unreadable',
        'row 8 name-too-long',
        'row 10 day-twice',
      ],
    )
  })

  test('does not take a first row without a header for a title', () => {
    assert.deepEqual(said('2026-02-30 节假日 元宵'), ['row 1 day-unreadable'])
  })
})
