import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { decide } from '#core/job/decide.ts'
import type { Decision } from '#core/job/decision.ts'
import { replay } from '#core/job/evolve.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Facts } from '#core/job/facts.ts'
import { jobId } from '#core/job/examples.ts'
import { byCategory, everyCredential } from '#core/people/by-category.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readWritten } from './read-rulebook.ts'
import { daysFile, readAllReleased, readReleased, releasedNames } from './released-editions.ts'
import { shippedNames } from './shipped-rulebooks.ts'
import { worldAt } from './testing/day-of-work.ts'
import { outcomeOf, type RecordedDays } from './testing/recorded-days.ts'

const released = await readAllReleased()
const recorded = new Map(
  await Promise.all(
    released.map(
      async ({ id, edition }) =>
        [`${id} ${edition}`, JSON.parse(await readFile(daysFile(id, edition), 'utf8')) as RecordedDays] as const,
    ),
  ),
)
const daysOf = ({ id, edition }: Rulebook): RecordedDays => recorded.get(`${id} ${edition}`) ?? assert.fail(id)

/** Facts that were not known yet when the days were recorded: on those days nothing of the kind had happened. */
const notKnownThen: Partial<Facts> = {
  evacuations: [],
  labour: {},
  isolation: [],
  sources: [],
  cameras: [],
  contingencies: [],
}

/** Documents were written down in one row on the earliest days: the same ones, and now sorted. */
const withDocumentsSorted = (world: Facts): Facts => ({
  ...world,
  people: Object.fromEntries(
    Object.entries(world.people).map(([name, one]) => [
      name,
      { ...one, credentials: byCategory(everyCredential(one.credentials)) },
    ]),
  ),
})

/** Asks everything again that was asked on the recorded day, and answers what comes out otherwise. */
const differences = (rulebook: Rulebook, { world, steps }: RecordedDays['days'][number]): readonly string[] => {
  const history: JobEvent[] = []
  return steps.flatMap((step, i) => {
    if ('happened' in step) {
      history.push(step.happened)
      return []
    }
    const { command, outcome } = step
    const decision: Decision = decide(
      command,
      replay(history, jobId),
      rulebook,
      worldAt(withDocumentsSorted({ ...notKnownThen, ...world }), command.occurredAt, command.by),
    )
    // What follows was asked of the recorded history; a difference is told once, where it arises.
    if ('events' in outcome) history.push(...outcome.events)
    const now: unknown = JSON.parse(JSON.stringify(outcomeOf(decision)))
    try {
      assert.deepEqual(now, outcome)
      return []
    } catch (error) {
      return [`${i} ${command.type}: ${String(error)}`]
    }
  })
}

test('every industry has a released edition, and none of them is changed any more', async () => {
  const names = await releasedNames()
  for (const name of shippedNames) {
    const written = await readWritten(name)
    assert.ok(
      names.some(({ id }) => id === written['id']),
      name,
    )
    const stands = await readReleased(String(written['id']), String(written['edition']))
    // An edition that is still being written has no file yet.
    if (stands !== null)
      assert.deepEqual(
        JSON.parse(JSON.stringify(written)),
        stands,
        `${name} ${String(written['edition'])} is released: what is changed in it needs a new edition`,
      )
  }
})

for (const rulebook of released)
  describe(`the days recorded under ${rulebook.id} ${rulebook.edition}`, () => {
    test('go to this day exactly as they went', () => {
      const { days } = daysOf(rulebook)
      assert.ok(days.length > 0)
      for (const day of days) assert.deepEqual(differences(rulebook, day), [], JSON.stringify(day.worked))
    })

    test('treat every kind of work that the edition has', () => {
      const worked = new Set(daysOf(rulebook).days.map(({ worked: { operation } }) => operation))
      assert.deepEqual([...worked].toSorted(), Object.keys(rulebook.operations).toSorted())
    })

    test('tell apart a rule that would mean something else', () => {
      const text = JSON.stringify(rulebook)
      const otherwise = JSON.parse(text.replaceAll('guardian-is-present@1', 'is-on-roster@1')) as Rulebook
      assert.ok(daysOf(rulebook).days.some((day) => differences(otherwise, day).length > 0))
    })
  })
