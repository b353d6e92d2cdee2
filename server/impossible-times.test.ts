import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, timeOfDay } from '#contract/values.ts'
import { isFeedTime } from '#core/feed/feed-time.ts'
import { parseWrittenDate } from '#core/people/identity/written-date.ts'
import { parseObservations } from './integrations/weather/weather-wire.ts'

/** What no clock shows, and beside it the last moment that one does. */
const impossible = ['10:20:60', '10:60:00', '24:00:00', '25:10:00', '23:59:99']
const real = ['10:20:59', '10:59:00', '23:00:00', '00:00:00', '23:59:59']

describe('a time that no clock shows', () => {
  test('beside a day of a ledger is told as that, and not passed over for the sake of the day', () => {
    for (const time of impossible)
      for (const text of [`2026-03-01 ${time}`, `2026/3/1 ${time}`, `2026-03-01T${time}`, `13/3/2026 ${time}`]) {
        const read = parseWrittenDate(text, 1900)
        assert.equal(read.ok ? read.value : read.problem.code, 'time-impossible', text)
      }
    const inWords = parseWrittenDate('2026年3月1日 10时20分60秒', 1900)
    assert.equal(inWords.ok || inWords.problem.code, 'time-impossible')
  })

  test('is not met in what clocks do show', () => {
    for (const time of real)
      for (const text of [`2026-03-01 ${time}`, `2026年3月1日 ${time}`]) {
        const read = parseWrittenDate(text, 1900)
        assert.equal(read.ok && read.value, '2026-03-01', text)
      }
    for (const text of ['2026-03-01 10:20', '2026-03-01 10时', '2026-03-01T10:20:30.5+08:00', '2026-03-01 10:20 AM'])
      assert.equal(parseWrittenDate(text, 1900).ok, true, text)
  })

  test('is refused from a station, which counts as not heard, and by the park’s validator', () => {
    for (const time of impossible) {
      assert.equal(isFeedTime(`2026-03-01 ${time}`), false, time)
      assert.deepEqual(heard(`2026-03-01T${time}Z`), { kind: 'read', observations: [], dropped: 1 })
    }
    assert.deepEqual(heard('2026-02-30T10:20:59Z'), { kind: 'read', observations: [], dropped: 1 })
    for (const time of real) {
      assert.equal(isFeedTime(`2026-03-01 ${time}`), true, time)
      for (const zone of ['Z', '+08:00']) assert.equal(heard(`2026-03-01T${time}${zone}`).dropped, 0, time)
    }
  })

  test('cannot be sent to us: an hour of the day is checked, and an instant is a number', () => {
    for (const text of ['10:60', '24:00', '10:20:60', '10:20:30', ' 10:20', '９:20'])
      assert.equal(timeOfDay.safeParse(text).success, false, text)
    for (const text of ['00:00', '10:59', '23:59']) assert.equal(timeOfDay.safeParse(text).success, true, text)
    for (const at of ['2026-03-01T10:20:60Z', '2026-03-01T10:20:59Z', Number.NaN, 1.5, 0])
      assert.equal(instant.safeParse(at).success, false, String(at))
  })
})

const heard = (observedAt: string) => {
  const read = parseObservations({ observations: [{ station: 'S-1', observedAt }] })
  assert.ok(read.kind === 'read')
  return read
}
