import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { epochMs } from '#core/time/epoch.ts'
import { captionOf, captionOfWork } from './caption.ts'

const work = {
  permitNumbers: ['DH-20261124-007', 'SX-20261124-003'],
  place: '甲类车间 R-101 反应釜',
  timeZone: 'Asia/Shanghai',
}
const capturedAt = epochMs(Date.UTC(2026, 10, 23, 16, 1, 5))

describe('the caption of a picture', () => {
  test('names permits and place, time with its offset, and position with its accuracy', () => {
    const position = { latitude: 30.123456, longitude: 121.2, accuracyMetres: 7.6 }
    assert.deepEqual(captionOf(work, { capturedAt, position }), [
      'DH-20261124-007 · SX-20261124-003',
      '甲类车间 R-101 反应釜',
      '2026-11-24 00:01:05 +08:00 · 30.12346, 121.20000 ±8 m',
    ])
  })

  test('claims no position where none was known, and no permit before there is one', () => {
    assert.deepEqual(captionOf({ ...work, permitNumbers: [] }, { capturedAt, position: null }), [
      '甲类车间 R-101 反应釜',
      '2026-11-24 00:01:05 +08:00',
    ])
    assert.deepEqual(captionOfWork(work), ['DH-20261124-007 · SX-20261124-003', '甲类车间 R-101 反应釜'])
  })
})
