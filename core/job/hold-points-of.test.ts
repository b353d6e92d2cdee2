import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import { facts, gasTest, jobAfter, leader, noon, rulebook, untilActive, untilApproved } from './examples.ts'
import { isRecorded } from './evolve.ts'
import { holdPointStates } from './hold-points-of.ts'

const finish: GuardedCommand = { type: 'FinishWork', by: leader, occurredAt: noon }
const courses = {
  before: [...untilApproved, gasTest(noon)],
  during: untilActive,
  after: [...untilActive, finish],
}

const statesIn = (phase: keyof typeof courses, minutesLater: number) => {
  const job = jobAfter(courses[phase])
  assert.ok(isRecorded(job))
  const now = addMinutes(noon, minutesLater)
  return Object.fromEntries(
    holdPointStates(job.record, phase, rulebook, facts({ now })).map(({ kind, state }) => [kind, state]),
  )
}

describe('the track of hold points', () => {
  test('asks for a new gas test when the sample has aged before the start', () => {
    assert.equal(statesIn('before', 30)['gas-test'], 'met')
    assert.equal(statesIn('before', 31)['gas-test'], 'open')
  })

  test('holds nothing against a sample that has aged since the work ended', () => {
    assert.equal(statesIn('after', 600)['gas-test'], 'met')
  })

  test('opens the close-out only when the work has ended', () => {
    assert.deepEqual([statesIn('during', 0)['close-out'], statesIn('after', 0)['close-out']], ['waiting', 'open'])
  })
})
