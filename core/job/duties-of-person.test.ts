import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type PersonId } from '../ids.ts'
import { addMinutes, type EpochMs } from '../time/epoch.ts'
import { dutiesOfPerson, type Owner } from './duties-of-person.ts'
import {
  application,
  guardian,
  historyOf,
  jobId,
  leader,
  noon,
  rulebook,
  submit,
  unitHead,
  untilActive,
  untilApproved,
  welder,
} from './examples.ts'
import type { GuardedCommand } from './commands.ts'
import { replay } from './evolve.ts'
import { obligations } from './obligations.ts'

const dutiesAfter = (commands: readonly GuardedCommand[]) =>
  obligations(replay(historyOf(commands), jobId), rulebook).map((obligation) => ({
    obligation,
    placeUnit: 'workshop-1',
    windowEnd: application.window.to,
    involved: [leader, guardian, welder],
  }))
const owner = (person: PersonId, change: Partial<Owner> = {}): Owner => ({
  person,
  unit: 'workshop-1',
  authorities: [],
  employment: 'active',
  ...change,
})
const keysOf = (commands: readonly GuardedCommand[], who: Owner, now = noon) =>
  dutiesOfPerson(dutiesAfter(commands), who, now).map(({ obligation }) => obligation.key)

describe('whoever asks what to do now', () => {
  test('finds the papers with the leader, and each signature with its signer', () => {
    assert.deepEqual(
      new Set(keysOf([submit], owner(leader))),
      new Set([
        'prepare.fire.risk-analysis',
        'prepare.space.risk-analysis',
        'confirm-measures.fire',
        'confirm-measures.space',
        'sign-briefing.briefer',
      ]),
    )
    assert.deepEqual(keysOf([submit], owner(welder)), [`sign-briefing.${welder}`])
  })

  test('finds the hold points only once the job is approved', () => {
    assert.deepEqual(keysOf(untilApproved, owner(guardian)), ['ventilate', `sign-in.${guardian}`])
    assert.deepEqual(keysOf(untilApproved, owner(leader)), ['start'])
  })

  test('finds the first snapshot as soon as work goes on, and it is late after its tolerance', () => {
    const at = (minutes: number) =>
      dutiesOfPerson(dutiesAfter(untilActive), owner(guardian), addMinutes(noon, minutes)).find(
        ({ obligation }) => obligation.key === 'snapshot.0.0',
      )?.state
    assert.deepEqual([at(29), at(30), at(35), at(36)], ['open', 'due', 'due', 'late'])
  })

  test('finds an approval only with the authority in the unit of the place', () => {
    const [fire] = keysOf([submit], owner(unitHead, { authorities: ['unit-head'] }))
    assert.equal(fire, 'approve.permit-fire.fire-approval')
    assert.deepEqual(keysOf([submit], owner(unitHead, { authorities: ['unit-head'], unit: 'workshop-2' })), [])
    assert.deepEqual(keysOf([submit], owner(unitHead)), [])
  })

  test('finds a plant-wide authority everywhere, but never for own work', () => {
    const director = { authorities: ['director'], unit: 'elsewhere' }
    assert.deepEqual(keysOf([submit], owner(id('somebody'), director)), ['approve.permit-space.space-approval'])
    assert.ok(!keysOf([submit], owner(welder, director)).includes('approve.permit-space.space-approval'))
  })

  test('finds a refused application to mend until its time is over, and not a moment longer', () => {
    const drafted = { status: 'drafted', application, refusedAt: noon, stop: null, reissueOf: null } as const
    const owed = obligations(drafted, rulebook).map((obligation) => ({
      obligation,
      placeUnit: '',
      windowEnd: application.window.to,
      involved: [],
    }))
    const keysAt = (now: EpochMs) => dutiesOfPerson(owed, owner(leader), now).map(({ obligation }) => obligation.key)
    assert.deepEqual(keysAt(addMinutes(application.window.to, -1)), ['mend'])
    assert.deepEqual(keysAt(application.window.to), [])
  })

  test('finds nothing for somebody who has left', () => {
    assert.deepEqual(keysOf([submit], owner(leader, { employment: 'left' })), [])
  })

  test('finds the most pressing first', () => {
    const states = dutiesOfPerson(dutiesAfter(untilActive), owner(guardian), addMinutes(noon, 70)).map(
      ({ state }) => state,
    )
    assert.equal(states[0], 'late')
    assert.equal(states.at(-1), 'waiting')
  })
})
