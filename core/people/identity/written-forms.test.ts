import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '../../time/epoch.ts'
import type { Parsed } from './parsed.ts'
import { idCheckCharacterOf } from './check-character.ts'
import { parseIdNumber } from './id-number.ts'
import { parsePhone } from './phone.ts'
import { parseNumericDate, parseWrittenDate, parseWrittenRange } from './written-date.ts'

/** The value, or the code of what is wrong with it. */
const read = <V>(parsed: Parsed<V>): V | string => (parsed.ok ? parsed.value : parsed.problem.code)

const today = isoDate('2026-11-24')
const zerosBirth = '11010519800101'
const zerosHolder = { birthDate: '1980-01-01', sex: 'female' }

describe('an identity number (GB 11643)', () => {
  const female = { text: '11010519491231002X', birthDate: '1949-12-31', sex: 'female' }
  const cases: readonly (readonly [what: string, raw: string, expected: unknown, isTyped?: boolean])[] = [
    ['the example of the standard', '11010519491231002X', female],
    ['a small x', '11010519491231002x', female],
    ['full-width characters', '１１０１０５１９４９１２３１００２Ｘ', female],
    ['blanks within and at the ends', ' 110105 19491231 002X　', female],
    ['the mark that keeps it text', "'11010519491231002X", female],
    ['a zero-width character of a chat', '110105​19491231002X', female],
    ['another check digit', '110105194912310021', 'id-number-check'],
    ['two digits changed over', '11010519491213002X', 'id-number-check'],
    ['a number damaged by a spreadsheet', '4.4052E+17', 'id-number-scientific'],
    ['the same in small letters', '4.40524e+17', 'id-number-scientific'],
    ['digits lost to zeros', '110105194912310000', 'id-number-digits-lost'],
    ['zeros that fit, in a file that knows no text', zerosThatFit(), 'id-number-digits-lost'],
    ['zeros that fit, in a cell of text', zerosThatFit(), { ...zerosHolder, text: zerosThatFit() }, true],
    ['the old form', '110105491231002', 'id-number-old-15'],
    ['a digit too few', '1101051949123100', 'id-number-length'],
    ['an X within', '1101051949123X0021', 'id-number-characters'],
    ['no province', fitting('99010519491231002'), 'id-number-region'],
    ['no day of the calendar', fitting('11010519900230002'), 'id-number-birth-date'],
    ['a child', fitting('11010520150101002'), 'id-number-age'],
    ['somebody of the century before last', '440524188001010014', 'id-number-age'],
    ['nothing', '　', 'id-number-missing'],
  ]
  for (const [what, raw, expected, isTyped = false] of cases)
    test(`${what}: ${raw}`, () => assert.deepEqual(read(parseIdNumber(raw, today, isTyped)), expected))

  test('has one check character of eleven, and every other one is refused', () => {
    const right = fitting('32010219850615123')
    const others = [...'0123456789X'].filter((character) => character !== right[17])
    assert.equal(others.length, 10)
    assert.equal(parseIdNumber(right, today, true).ok, true)
    for (const character of others)
      assert.equal(read(parseIdNumber(right.slice(0, 17) + character, today, true)), 'id-number-check')
  })
})

describe('a telephone number', () => {
  const cases: { readonly [raw: string]: string } = {
    '13800138000': '13800138000',
    '138 0013 8000': '13800138000',
    '+86 138-0013-8000': '13800138000',
    '0086-13800138000': '13800138000',
    '１３８００１３８０００': '13800138000',
    '010-62345678': '01062345678',
    '13800138000/13900139000': 'phone-several',
    '13800138000、13900139000': 'phone-several',
    '13800138000 13900139000': 'phone-several',
    '13800138000\n13900139000': 'phone-several',
    '13800138000或13900139000': 'phone-several',
    '1.38E+10': 'phone-digits-lost',
    '1380013800': 'phone-unreadable',
    '23800138000': 'phone-unreadable',
    '': 'phone-missing',
  }
  for (const [raw, expected] of Object.entries(cases))
    test(JSON.stringify(raw), () => assert.equal(read(parsePhone(raw)), expected))
})

describe('a day as ledgers write it', () => {
  const march = '2026-03-01'
  const cases: { readonly [raw: string]: string } = {
    '2026.3.1': march,
    '2026年3月1日': march,
    '2026年03月01号': march,
    '20260301': march,
    '2026-03-01': march,
    '2026/3/1': march,
    '2026、3、1': march,
    '２０２６．３．１': march,
    '2026-03-01 00:00:00': march,
    '2026-03-01T08:30': march,
    '有效期至:2026年3月1日': march,
    '2026.3.1止': march,
    "'2026-03-01": march,
    '1-Mar-2026': march,
    'March 1, 2026': march,
    二〇二六年三月一日: march,
    '31/1/2026': '2026-01-31',
    '46082': march,
    长期: 'unlimited',
    长期有效: 'unlimited',
    'long-term': 'unlimited',
    '2026-02-30': 'date-impossible',
    '2026年2月30日': 'date-impossible',
    '20260230': 'date-impossible',
    '2025-02-29': 'date-impossible',
    '2026.13.1': 'date-impossible',
    '2026-03-01 25:00': 'time-impossible',
    '2026-03-01 10:60': 'time-impossible',
    '3/1/2026': 'date-order-ambiguous',
    '26.3.1': 'date-year-two-digits',
    '2026年3月': 'date-day-missing',
    '99999': 'date-serial-out-of-range',
    明年: 'date-unreadable',
    无: 'date-missing',
    '': 'date-missing',
  }
  for (const [raw, expected] of Object.entries(cases))
    test(JSON.stringify(raw), () => assert.equal(read(parseWrittenDate(raw, 1900)), expected))

  test('by its serial is another day in a workbook that counts from 1904', () => {
    assert.equal(read(parseNumericDate(46_082, true, 1900)), march)
    assert.equal(read(parseNumericDate(44_620, true, 1904)), march)
    assert.equal(read(parseNumericDate(46_082, true, 1904)), '2030-03-02')
    assert.equal(read(parseWrittenDate('44620', 1904)), march)
    // The part of a day is the time.
    assert.equal(read(parseNumericDate(46_082.75, true, 1900)), march)
  })

  test('as a number without the look of a day is read only where it can be one', () => {
    assert.equal(read(parseNumericDate(20_260_301, false, 1900)), march)
    assert.equal(read(parseNumericDate(2026.3, false, 1900)), 'date-day-missing')
    assert.equal(read(parseNumericDate(20_260_230, false, 1900)), 'date-impossible')
    // Excel's 29 February 1900 and all before it.
    assert.equal(read(parseNumericDate(60, true, 1900)), 'date-serial-out-of-range')
  })

  test('with the day that ends it is a range, also one without an end', () => {
    const from = '2023-05-01'
    assert.deepEqual(read(parseWrittenRange('2023.05.01-2029.05.01', 1900)), { from, through: '2029-05-01' })
    assert.deepEqual(read(parseWrittenRange('2023年5月1日至长期', 1900)), { from, through: 'unlimited' })
    assert.equal(read(parseWrittenRange('2023.05.01至2029.02.30', 1900)), 'date-impossible')
  })
})

/** Seventeen digits with the check character that belongs to them. */
function fitting(digits: string): string {
  return digits + idCheckCharacterOf(`${digits}0`)
}

/** One number in eleven that lost its last three digits fits all the same. */
function zerosThatFit(): string {
  const found = [...'0123456789']
    .map((digit) => fitting(`${zerosBirth}${digit}00`))
    .find((text) => text.endsWith('000'))
  return found ?? assert.fail('no such number on this day')
}
