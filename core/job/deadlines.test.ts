import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../ids.ts'
import { deadlineDuties } from '../rulebook/deadline.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
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
  untilActive,
  untilApproved,
  welder,
} from './examples.ts'
import type { GuardedCommand } from './commands.ts'
import { replay } from './evolve.ts'
import type { Job } from './job.ts'
import { obligations } from './obligations.ts'

const minutes = 10
const withDeadlines: Rulebook = {
  ...rulebook,
  deadlines: deadlineDuties.map((id) => ({
    id,
    escalateTo: { authority: 'unit-head', of: 'place-unit' },
    withinMinutes: minutes,
    source: 'enterprise',
  })),
}
const owedOf = (job: Job, book: Rulebook = withDeadlines) => obligations(job, book)
const after = (commands: readonly GuardedCommand[]): Job => replay(historyOf(commands), jobId)
const early = { ...application, window: { from: addMinutes(noon, 5), to: addMinutes(noon, 300) } }
const drafted = (window = early.window): Job => ({
  status: 'drafted',
  application: { ...application, window },
  refusedAt: noon,
  stop: null,
  reissueOf: null,
})
const timesOf = (job: Job, kind: string, book?: Rulebook) => {
  const duty = owedOf(job, book).find((one) => one.kind === kind)
  assert.ok(duty, kind)
  return [duty.opensAt, duty.dueAt, duty.lateAt]
}

describe('by when a step is done', () => {
  test('counts on paper from when it was asked for, and the window comes first where it opens sooner', () => {
    const later = { from: addMinutes(noon, 11), to: addMinutes(noon, 300) }
    assert.deepEqual(timesOf(drafted(later), 'mend'), [noon, addMinutes(noon, 10), addMinutes(noon, 10)])
    assert.deepEqual(timesOf(drafted(), 'mend'), [noon, addMinutes(noon, 5), addMinutes(noon, 5)])
  })

  test('leaves time for what is asked for only once the window is open, but none past its end', () => {
    const open = { from: addMinutes(noon, -60), to: addMinutes(noon, 300) }
    assert.equal(timesOf(drafted(open), 'mend')[1], addMinutes(noon, 10))
    const ending = { from: addMinutes(noon, -60), to: addMinutes(noon, 3) }
    assert.equal(timesOf(drafted(ending), 'mend')[1], addMinutes(noon, 3))
  })

  test('counts at the site from the opening of the window, or from the last approval', () => {
    const [, due, late] = timesOf(after(untilApproved), 'sign-in')
    assert.equal(late, addMinutes(due as EpochMs, minutes))
  })

  test('stays as it was in an edition that names none', () => {
    const job = drafted()
    assert.deepEqual(timesOf(job, 'mend', rulebook), [noon, addMinutes(noon, 5), addMinutes(noon, 20)])
    assert.ok(owedOf(job, rulebook).every(({ escalateTo }) => escalateTo === undefined))
  })
})

describe('what is not done in time', () => {
  const head: Owner = {
    person: id('head'),
    unit: 'workshop-1',
    authorities: ['unit-head'],
    employment: 'active',
  }
  const seenBy = (owner: Owner, job: Job, now: EpochMs) =>
    dutiesOfPerson(
      owedOf(job).map((obligation) => ({
        obligation,
        placeUnit: 'workshop-1',
        windowEnd: application.window.to,
        involved: [leader, guardian, welder],
      })),
      owner,
      now,
    )
      .filter(({ because }) => because?.kind === 'escalated')
      .map(({ obligation: { kind } }) => kind)

  test('goes up after its last moment and not at it, and stays with its owner as well', () => {
    const job = drafted({ from: addMinutes(noon, 60), to: addMinutes(noon, 300) })
    assert.deepEqual(seenBy(head, job, addMinutes(noon, 10)), [])
    assert.deepEqual(seenBy(head, job, addMinutes(noon, 11)), ['mend'])
    assert.deepEqual(seenBy({ ...head, unit: 'workshop-2' }, job, addMinutes(noon, 11)), [])
    assert.deepEqual(seenBy({ ...head, authorities: [] }, job, addMinutes(noon, 11)), [])
    const owner: Owner = { ...head, person: application.applicant, authorities: [] }
    const own = dutiesOfPerson(
      owedOf(job).map((obligation) => ({ obligation, placeUnit: '', windowEnd: application.window.to, involved: [] })),
      owner,
      addMinutes(noon, 11),
    )
    assert.deepEqual(
      own.map(({ because, state }) => [because, state]),
      [[null, 'late']],
    )
  })

  test('goes up for papers, briefing and measures, and for pictures during work', () => {
    const late = new Set(seenBy(head, after([submit]), addMinutes(application.window.to, -1)))
    for (const kind of ['prepare', 'confirm-measures', 'sign-briefing'] as const) assert.ok(late.has(kind), kind)
    assert.ok(seenBy(head, after(untilActive), addMinutes(noon, 36)).includes('snapshot'))
  })

  test('goes up also to somebody who takes part, because urging is no signature', () => {
    assert.ok(seenBy({ ...head, person: welder }, after([submit]), addMinutes(application.window.to, -1)).length > 0)
  })
})
