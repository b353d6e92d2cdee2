import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historyOf, noon, untilActive } from '../job/examples.ts'
import type { JobEvent } from '../job/events.ts'
import { messagesEn } from './en.ts'
import { reading } from './examples.ts'
import { sayEvent } from './say-event.ts'
import { messagesZhCn } from './zh-cn.ts'

test('everything that happens up to the start is told in both languages, by name and not by type', () => {
  const history = historyOf(untilActive)
  assert.ok(history.length > 10)
  for (const messages of [messagesZhCn, messagesEn])
    for (const event of history) {
      const sentence = sayEvent(event, messages, reading)
      assert.doesNotMatch(sentence, /undefined|\[object/)
      assert.ok(!sentence.includes(event.type), sentence)
      if (event.type !== 'JobApproved') assert.match(sentence, /\[|FI-1/)
    }
})

test('a stop says who and why, and needs neither', () => {
  const stopped = (change: Partial<Extract<JobEvent, { type: 'WorkStopped' }>>): string =>
    sayEvent(
      { type: 'WorkStopped', by: null, occurredAt: noon, reason: 'stop-work', note: '', ...change },
      messagesZhCn,
      reading,
    )
  assert.equal(stopped({}), '有人叫停了作业')
  assert.equal(stopped({ by: 'p1' as never, note: '有异味' }), '[p1]叫停了作业：有异味')
  assert.equal(stopped({ reason: 'gas-alarm' }), '停止作业（气体超标）')
})
