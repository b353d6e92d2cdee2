import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs } from '#core/time/epoch.ts'
import { fromFieldText, toFieldText } from './plant-time.ts'

test('a time is written and read on the plant’s wall clock', () => {
  const at = epochMs(Date.UTC(2026, 10, 24, 22, 5))
  assert.equal(toFieldText(at, 'Asia/Shanghai'), '2026-11-25T06:05')
  assert.equal(fromFieldText('2026-11-25T06:05', 'Asia/Shanghai'), at)
})

test('on a day that loses an hour the afternoon is still the afternoon', () => {
  const text = '2026-03-29T15:00'
  assert.equal(toFieldText(fromFieldText(text, 'Europe/Berlin')!, 'Europe/Berlin'), text)
})

test('a half-typed time is no time', () => {
  assert.equal(fromFieldText('2026-11-', 'Asia/Shanghai'), undefined)
  assert.equal(fromFieldText('', 'Asia/Shanghai'), undefined)
})
