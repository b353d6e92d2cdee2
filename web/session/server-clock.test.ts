import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createServerClock } from './server-clock.ts'

const hour = 3_600_000
const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000

describe('the clock that the server agrees with', () => {
  test('is the device’s own until the server was heard', () => {
    const clock = createServerClock(() => 5000)
    assert.equal(clock.now(), 5000)
    assert.equal(clock.offsetMs(), 'unknown')
  })

  test('corrects a phone that is an hour fast to within a second', () => {
    let device = 10 * hour
    const clock = createServerClock(() => device)
    for (let round = 0; round < 20; round++) {
      device += 1370
      const serverAt = device - hour + 40
      clock.look({ sentAt: device, receivedAt: device + 80, serverSecondAt: wholeSecond(serverAt) })
    }
    assert.ok(Math.abs(clock.now() - (device - hour)) < 150, `off by ${clock.now() - (device - hour)} ms`)
  })

  test('follows at once when the phone’s clock is changed', () => {
    const clock = createServerClock(() => 2 * hour)
    clock.look({ sentAt: 1000, receivedAt: 1050, serverSecondAt: 1000 })
    clock.look({ sentAt: 2 * hour, receivedAt: 2 * hour + 50, serverSecondAt: 3000 })
    assert.ok(Math.abs(clock.now() - 3500) < 600)
  })
})
