import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createPositionWatch } from './position-watch.ts'

/** A phone that lies still: each watch is told the position once, and only the first that runs. */
const stillPhone = () => {
  const running = new Map<number, PositionCallback>()
  let last = 0
  return {
    running,
    geolocation: {
      watchPosition: (onReading: PositionCallback) => {
        running.set((last += 1), onReading)
        return last
      },
      clearWatch: (id: number) => void running.delete(id),
    },
    report: (accuracy: number) => {
      const coords = { latitude: 31, longitude: 121, accuracy }
      for (const tell of running.values()) tell({ coords, timestamp: 1 } as GeolocationPosition)
    },
  }
}
const nothing = () => undefined

describe('the position of the phone', () => {
  test('is watched once, and whoever comes later has it at once', () => {
    const phone = stillPhone()
    const watch = createPositionWatch(phone.geolocation)
    watch.listen(nothing)
    phone.report(5)
    watch.listen(() => assert.fail('nothing new was reported'))
    assert.equal(phone.running.size, 1)
    assert.equal(watch.read().status, 'known')
  })

  test('is not watched any more when the last one has left, and not remembered', () => {
    const phone = stillPhone()
    const watch = createPositionWatch(phone.geolocation)
    const leave = [watch.listen(nothing), watch.listen(() => undefined)]
    phone.report(5)
    leave[0]?.()
    assert.deepEqual([phone.running.size, watch.read().status], [1, 'known'])
    leave[1]?.()
    assert.deepEqual([phone.running.size, watch.read().status], [0, 'waiting'])
  })

  test('without an accuracy, or without a receiver, is none', () => {
    const phone = stillPhone()
    const watch = createPositionWatch(phone.geolocation)
    watch.listen(nothing)
    phone.report(Number.NaN)
    assert.equal(watch.read().status, 'unavailable')
    assert.equal(createPositionWatch(undefined).read().status, 'unavailable')
  })
})
