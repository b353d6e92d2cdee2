import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts, noon, welder } from '../../job/examples.ts'
import type { LabourSpan } from '../../people/fatigue.ts'
import { addHours } from '../../time/epoch.ts'
import { codesOf, context, verdictOf } from '../examples.ts'
import { crewIsRested } from './crew-is-rested.ts'

const limits = { dutyHoursMax: 12, restHoursMin: 8, nightHoursMin: 3, nightsMax: 2, heavyHoursMax: 24 }
const withLabour = (...spans: readonly LabourSpan[]) =>
  context({ facts: facts({ labour: { [welder]: { spans, revision: 'labour@1' } } }) })
const worked = (from: number, to: number | null): LabourSpan => ({
  from: addHours(noon, -from),
  to: to === null ? null : addHours(noon, -to),
  kind: 'work',
  risk: 'L4',
})

test('nobody goes on who has been on duty for twelve hours, and the refusal says when they are rested', () => {
  const { problems } = verdictOf(crewIsRested, limits, withLabour(worked(12, null)))
  assert.deepEqual(problems, [
    {
      code: 'rest-needed',
      params: { person: welder, measure: 'duty-hours', value: 12, limit: 12, restedAt: addHours(noon, 8) },
    },
  ])
})

test('short of twelve hours it is met until they are full', () => {
  const { problems, until } = verdictOf(crewIsRested, limits, withLabour(worked(11, null)))
  assert.deepEqual(problems, [])
  assert.equal(until, addHours(noon, 1))
})

test('all that is too much is said at once', () => {
  const { problems } = verdictOf(crewIsRested, limits, withLabour(worked(71, 0)))
  assert.deepEqual(
    problems.map(({ params }) => 'measure' in params && params.measure),
    ['duty-hours', 'rest-hours', 'nights', 'heavy-hours'],
  )
})

test('whoever has no labour is rested; where it cannot be told, nobody is', () => {
  assert.deepEqual(codesOf(crewIsRested, limits, context()), [])
  const { labour: _, ...unanswered } = facts()
  assert.deepEqual(codesOf(crewIsRested, limits, context({ facts: unanswered })), ['labour-unknown'])
})

test('work that is going on tires nobody for a job of tomorrow', () => {
  const tomorrow = { from: addHours(noon, 20), to: addHours(noon, 24) }
  const atWork = withLabour(worked(3, null))
  assert.deepEqual(
    codesOf(crewIsRested, limits, { ...atWork, application: { ...atWork.application, window: tomorrow } }),
    [],
  )
})
