import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Asked } from './testing/day-of-work.ts'
import { workADay } from './testing/day-of-work.ts'
import { days } from './testing/days.ts'
import { readShipped } from './shipped-rulebooks.ts'

const { today } = await readShipped()

const refusalsOf = ({ decision }: Asked): readonly string[] =>
  decision.accepted ? [] : decision.refusals.map(({ code }) => code)
const asked = (all: readonly Asked[], type: string): readonly Asked[] =>
  all.filter(({ command }) => command.type === type)

test('every kind of work of every industry has its day', () => {
  for (const { id, operations } of today.values())
    assert.deepEqual([...new Set(days[id]?.map(({ operation }) => operation))], Object.keys(operations), id)
})

for (const rulebook of today.values())
  for (const worked of days[rulebook.id] ?? [])
    describe(`a day of ${rulebook.id} ${worked.operation} ${JSON.stringify(worked.answers ?? worked.place ?? {})}`, () => {
      const day = workADay(rulebook, worked)

      test('ends with the job closed', () => {
        const last = day.asked.at(-1)
        assert.ok(
          last?.decision.accepted && last.decision.events.some(({ type }) => type === 'JobClosed'),
          JSON.stringify(
            day.asked.filter(({ decision }) => !decision.accepted).map((one) => [one.command.type, refusalsOf(one)]),
          ),
        )
      })

      test('is refused to a stranger, with a guardian who is no guardian, all at once', () => {
        const [first] = asked(day.asked, 'SubmitJob')
        assert.ok(first)
        assert.ok(refusalsOf(first).includes('person-unknown'))
        assert.ok(refusalsOf(first).length > 1)
      })

      test('does not begin before somebody guards it', () => {
        const [early] = asked(day.asked, 'StartWork')
        assert.ok(early)
        assert.ok(refusalsOf(early).includes('guardian-not-signed-in'))
      })

      test('is not closed before the place is pictured', () => {
        const [first] = asked(day.asked, 'SignAcceptance')
        assert.ok(first)
        assert.notDeepEqual(refusalsOf(first), [])
      })
    })
