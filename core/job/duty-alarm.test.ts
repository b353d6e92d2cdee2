import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { noon } from './examples.ts'
import { addMinutes } from '../time/epoch.ts'
import { alarmOfDuty, alarmOfStop } from './duty-alarm.ts'
import type { ObligationKind } from './obligations.ts'

const duty = (kind: ObligationKind = 'snapshot') => ({
  key: 'one',
  kind,
  opensAt: addMinutes(noon, 0),
  dueAt: addMinutes(noon, 30),
  lateAt: addMinutes(noon, 35),
})
const alarmAt = (minutes: number) => alarmOfDuty(duty(), addMinutes(noon, minutes))?.alarm ?? null

describe('a duty during work', () => {
  test('calls five minutes before, at its time, and when it is late, each from its very minute on', () => {
    assert.deepEqual([24.99, 25, 29.99, 30, 35, 35.01].map(alarmAt), [
      null,
      'due-soon',
      'due-soon',
      'due-now',
      'due-now',
      'overdue',
    ])
  })

  test('that is shorter than the warning does not call before it opens', () => {
    const brief = { ...duty(), dueAt: addMinutes(noon, 2) }
    assert.equal(alarmOfDuty(brief, addMinutes(noon, -1)), null)
    assert.equal(alarmOfDuty(brief, noon)?.alarm, 'due-soon')
  })

  test('calls once, and when it stays undone anew every five minutes', () => {
    const callAt = (minutes: number) => alarmOfDuty(duty(), addMinutes(noon, minutes))?.call
    assert.equal(callAt(25), callAt(29))
    assert.equal(callAt(36), callAt(39))
    assert.notEqual(callAt(36), callAt(40))
  })

  test('on paper makes no sound', () => {
    assert.equal(alarmOfDuty(duty('approve'), addMinutes(noon, 40)), null)
  })
})

test('bad air is evacuated, a guardian who left is named, and a break is no alarm', () => {
  assert.deepEqual(
    (['gas-alarm', 'guardian-left', 'guardian-silent', 'stop-work', 'break'] as const).map(alarmOfStop),
    ['evacuate', 'guardian-left', 'guardian-left', 'work-stopped', null],
  )
})
