import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { AlarmRecord } from '#core/feed/records.ts'
import { judgeExport } from './judge-export.ts'

const alarm: AlarmRecord = {
  ID: '0b0e2f5e-6f0d-4c8e-9a52-0d9c3c1f7a01',
  TICKET_ID: '0b0e2f5e-6f0d-4c8e-9a52-0d9c3c1f7a02',
  ALARM_START_TIME: '2026-11-24 12:00:00',
  ALARM_TYPE: '10',
  ALARM_END_TIME: null,
  ALARM_RESULT: null,
  DELETED: '0',
  CREATE_DATE: '2026-11-24 12:00:00',
  CREATE_BY: 'system',
  UPDATE_DATE: '2026-11-24 12:00:00',
  UPDATE_BY: 'system',
}
const wrong = { ...alarm, ALARM_TYPE: '07' }
const fault = { kind: 'alarm', problems: [{ field: 'ALARM_TYPE', rule: 'not-in-table' }] }

describe('an export of the feed', () => {
  const good = JSON.stringify(alarm)
  test('is read as a list, as one record a line, and as a single record', () => {
    for (const text of [JSON.stringify([alarm, alarm]), `${good}\n${good}`, `\uFEFF${good}\r\n\r\n${good}\r\n`])
      assert.deepEqual(judgeExport(text), { tickets: 0, alarms: 2, faulty: [] })
    assert.deepEqual(judgeExport(good), { tickets: 0, alarms: 1, faulty: [] })
  })

  test('has its faults named by the record’s line or place', () => {
    assert.deepEqual(judgeExport(`${good}\n\n${JSON.stringify(wrong)}`).faulty, [{ at: 3, ...fault }])
    assert.deepEqual(judgeExport(JSON.stringify([alarm, wrong])).faulty, [{ at: 2, ...fault }])
  })

  test('with a line that is no JSON keeps the faults of the others', () => {
    const { faulty } = judgeExport(`{"ID":\n${JSON.stringify(wrong)}`)
    assert.deepEqual(faulty, [
      { at: 1, kind: 'ticket', problems: [{ field: '', rule: 'not-json' }] },
      { at: 2, ...fault },
    ])
  })

  test('that is empty has no records, and a list of nothing sensible has only faults', () => {
    assert.deepEqual(judgeExport(''), { tickets: 0, alarms: 0, faulty: [] })
    assert.equal(judgeExport('[null, 3, "ticket"]').faulty.length, 3)
  })
})
