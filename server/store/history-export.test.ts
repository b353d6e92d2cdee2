import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { JobEvent } from '#core/job/events.ts'
import { epochMs } from '#core/time/epoch.ts'
import { chain } from './events.ts'
import { judgeHistoryExport, toHistoryExport } from './history-export.ts'

const stopped = (note: string): JobEvent => ({
  type: 'WorkStopped',
  by: null,
  occurredAt: epochMs(1),
  reason: 'other',
  note,
})
const historyOf = (notes: readonly string[], streamId = 'job-1') =>
  chain('north', { after: undefined, streamId, events: notes.map(stopped), reliedOn: [], recordedAt: 5 })
const exported = () => toHistoryExport('north', 'job-1', historyOf(['a', 'b', 'c', 'd']))
const judge = (value: unknown) => judgeHistoryExport(JSON.stringify(value))

describe('an exported history', () => {
  test('is verified without any database, and says by what its end can be recognised', () => {
    const history = exported()
    assert.deepEqual(judge(history), {
      kind: 'verified',
      plantId: 'north',
      streamId: 'job-1',
      eventCount: 4,
      lastHash: history.events.at(-1)?.hash,
    })
  })

  test('is broken at exactly the event that was altered', () => {
    const text = JSON.stringify(exported()).replace('"note":"b"', '"note":"B"')
    assert.deepEqual(judgeHistoryExport(text), {
      kind: 'broken',
      problems: [{ version: 2, problem: 'hash-wrong', type: 'WorkStopped' }],
    })
  })

  test('names the one event that was taken out, once', () => {
    const { events, ...rest } = exported()
    assert.deepEqual(judge({ ...rest, events: events.filter(({ version }) => version !== 2) }), {
      kind: 'broken',
      problems: [
        { version: 2, problem: 'version-missing', type: null },
        { version: 3, problem: 'link-broken', type: 'WorkStopped' },
      ],
    })
  })

  test('is broken when its events come from another job or are said to be of another plant', () => {
    const other = judge(toHistoryExport('north', 'job-1', historyOf(['a'], 'job-2')))
    assert.deepEqual(other, {
      kind: 'broken',
      problems: [{ version: 1, problem: 'of-another-stream', type: 'WorkStopped' }],
    })
    assert.equal(judge({ ...exported(), plantId: 'south' }).kind, 'broken')
    assert.equal(judge({ ...exported(), events: [] }).kind, 'broken')
  })

  test('proves nothing when it cannot be read to the last field', () => {
    const { events, ...rest } = exported()
    const [first] = events
    for (const value of [
      null,
      [],
      {},
      { ...rest, format: 'holdpoint-history-2', events },
      { ...rest },
      { ...rest, events: [null] },
      { ...rest, events: [{ ...first, note: 'nobody hashed me' }] },
      { ...rest, events: [{ ...first, version: '1' }] },
      { ...rest, events: [{ ...first, event: {} }] },
    ])
      assert.equal(judge(value).kind, 'unreadable', JSON.stringify(value))
    assert.equal(judgeHistoryExport('{"format":').kind, 'unreadable')
  })

  test('survives no change of a single character inside its events', () => {
    const text = JSON.stringify(exported())
    const from = text.indexOf('"events"')
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: text.length - 1 }),
        fc.constantFrom('0', '1', 'a', 'f', 'x'),
        (at, put) => {
          fc.pre(text[at] !== put)
          const verdict = judgeHistoryExport(text.slice(0, at) + put + text.slice(at + 1))
          assert.notEqual(verdict.kind, 'verified')
        },
      ),
      { numRuns: 300 },
    )
  })
})
