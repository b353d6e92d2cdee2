import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type JobId, type PersonId } from '../ids.ts'
import { addMinutes } from '../time/epoch.ts'
import type { GuardedCommand } from './commands.ts'
import { decide } from './decide.ts'
import { draftFrom } from './decide/changes/reissue.ts'
import {
  application,
  approving,
  director,
  facts,
  gasTest,
  guardian,
  historyOf,
  jobId,
  leader,
  noon,
  picturesTakenAt,
  preparing,
  refusedCodes,
  resume,
  rulebook,
  start,
  submit,
  unitHead,
  untilActive,
  untilApproved,
  welder,
} from './examples.ts'
import { replay } from './evolve.ts'
import { obligations } from './obligations.ts'

const at = (by: PersonId, minutes = 0) => ({ by, occurredAt: addMinutes(noon, minutes) })
const successor = id<JobId>('job-2')
const conditions: GuardedCommand = {
  type: 'ReportConditionChange',
  ...at(welder),
  condition: 'process',
  note: 'line opened',
}
const reissue: GuardedCommand = {
  type: 'CloseAndReissue',
  ...at(leader),
  cause: 'place',
  reason: 'N5 instead',
  successor,
}
const cancel: GuardedCommand = { type: 'CancelJob', ...at(leader), reason: 'rain' }
const voiding: GuardedCommand = { type: 'VoidJob', ...at(leader), reason: 'wrong level' }
const answer = (by: PersonId, isAgreed: boolean): GuardedCommand => ({
  type: 'AnswerEnding',
  ...at(by),
  isAgreed,
  note: '',
})
const finish: GuardedCommand = { type: 'FinishWork', ...at(leader) }

const jobAfter = (commands: readonly GuardedCommand[]) => {
  const job = replay(historyOf(commands), jobId)
  assert.ok('record' in job)
  return job
}

describe('conditions that change', () => {
  const reopened = [...untilActive, conditions]

  test('suspend the work at once, on anybody’s word', () => {
    const job = jobAfter(reopened)
    assert.equal(job.status, 'suspended')
    assert.equal(job.record.stop?.reason, 'change')
  })

  test('take analysis, measures, briefing and approvals along, and nothing else', () => {
    const { preparations, measures, briefing, approvals, gasTests } = jobAfter(reopened).record
    assert.deepEqual([preparations, measures, briefing, approvals], [{}, {}, null, []])
    assert.equal(gasTests.length, 1)
  })

  test('keep the work suspended until all of it has been renewed', () => {
    assert.ok(refusedCodes(reopened, resume).includes('approval-missing'))
    assert.deepEqual(refusedCodes([...reopened, ...preparing], approving[0]!), [])
    assert.deepEqual(refusedCodes([...reopened, ...preparing, ...approving], resume), [])
    assert.equal(jobAfter([...reopened, ...preparing, ...approving, resume]).status, 'active')
  })

  test('close the papers again with the approval', () => {
    assert.deepEqual(refusedCodes([...reopened, ...preparing, ...approving], preparing[0]!), ['job-in-wrong-state'])
  })

  test('owe the papers anew from that moment', () => {
    const later: GuardedCommand = { ...conditions, occurredAt: addMinutes(noon, 1) }
    const world = facts({ now: addMinutes(noon, 1) })
    const job = replay([...historyOf(untilActive), ...deciding(later, untilActive, world)], jobId)
    const owed = obligations(job, rulebook).filter(({ met, lapsedAt }) => met === null && lapsedAt === null)
    assert.deepEqual(
      new Set(owed.map(({ kind }) => kind)),
      new Set(
        ['prepare', 'confirm-measures', 'sign-briefing', 'approve', 'snapshot', 'gas-record', 'end-work'].filter(
          (kind) => owed.some((one) => one.kind === kind),
        ),
      ),
    )
    for (const kind of ['prepare', 'confirm-measures', 'sign-briefing', 'approve'] as const)
      assert.ok(
        owed.some((one) => one.kind === kind && one.opensAt === addMinutes(noon, 1)),
        kind,
      )
  })

  test('send an approved job back to be approved', () => {
    assert.equal(jobAfter([...untilApproved, conditions]).status, 'submitted')
  })

  test('ask for everything where the rulebook says nothing', () => {
    const { changes: _unsaid, ...silent } = rulebook
    const decision = decide(conditions, jobAfter(untilActive), silent, facts())
    assert.ok(decision.accepted)
    const changed = decision.events.find((event) => event.type === 'ConditionsChanged')
    assert.deepEqual(changed?.type === 'ConditionsChanged' && [changed.renews.measures, changed.renews.approvals], [
      true,
      true,
    ])
  })
})

const deciding = (command: GuardedCommand, before: readonly GuardedCommand[], world = facts()) => {
  const decision = decide(command, jobAfter(before), rulebook, world)
  assert.ok(decision.accepted, JSON.stringify(decision))
  return decision.events
}

describe('other work', () => {
  test('stops what is going on; begun work is still counted out and accepted under its old permit', () => {
    const job = jobAfter([...untilActive, reissue])
    assert.equal(job.status, 'finished')
    assert.equal(job.record.changes.reissuedAs, successor)
  })

  test('ends a job that never began', () => {
    const job = jobAfter([...untilApproved, reissue])
    assert.ok(job.status === 'cancelled' && job.ending === 'reissued')
  })

  test('begins with the application and nothing of what must be new', () => {
    const draft = draftFrom(application, at(leader), jobId)
    const drafted = replay([draft], successor)
    assert.ok(drafted.status === 'drafted' && drafted.reissueOf === jobId)
    const decision = decide(submit, drafted, rulebook, facts())
    assert.ok(decision.accepted)
    const job = replay([draft, ...decision.events], successor)
    assert.ok('record' in job)
    const { gasTests, approvals, briefing, preparations, measures, changes } = job.record
    assert.deepEqual([gasTests, approvals, briefing, preparations, measures], [[], [], null, {}, {}])
    assert.equal(changes.reissueOf, jobId)
  })

  test('is reissued by whoever leads or applied for it', () => {
    assert.deepEqual(refusedCodes(untilActive, { ...reissue, by: welder }), ['not-this-role'])
    assert.deepEqual(refusedCodes([...untilActive, reissue], reissue), ['job-in-wrong-state'])
  })
})

describe('cancelling', () => {
  test('stops the work at once and waits for the word of whoever the rulebook names', () => {
    const job = jobAfter([...untilActive, cancel])
    assert.equal(job.status, 'suspended')
    assert.deepEqual(refusedCodes([...untilActive, cancel], answer(director, true)), ['may-not-agree'])
    assert.equal(jobAfter([...untilActive, cancel, answer(unitHead, true)]).status, 'cancelled')
  })

  test('stands in the way of a start and of a resume until it is answered', () => {
    assert.ok(refusedCodes([...untilApproved, cancel], start).includes('ending-undecided'))
    assert.ok(refusedCodes([...untilActive, cancel], resume).includes('ending-undecided'))
  })

  test('that is refused leaves the work suspended, and a resume lifts it', () => {
    const denied = [...untilActive, cancel, answer(unitHead, false)]
    assert.equal(jobAfter(denied).status, 'suspended')
    assert.deepEqual(refusedCodes(denied, resume), [])
  })

  test('is never answered by whoever asked for it', () => {
    assert.deepEqual(refusedCodes([...untilActive, { ...cancel, by: unitHead }], answer(unitHead, true)), ['own-work'])
  })

  test('needs nobody’s word before anything was permitted', () => {
    assert.equal(jobAfter([submit, cancel]).status, 'cancelled')
  })

  test('asked for twice is one request', () => {
    assert.equal(jobAfter([...untilActive, cancel, cancel]).record.changes.endings.length, 1)
  })

  test('lets people out in every state', () => {
    const out: GuardedCommand = {
      type: 'RecordPassage',
      ...at(guardian),
      passage: { what: { person: welder }, direction: 'out' },
    }
    assert.deepEqual(refusedCodes([...untilActive, cancel, answer(unitHead, true)], out), [])
  })
})

describe('voiding', () => {
  test('marks the permit void after the fact, with a reason and a second person', () => {
    const closedLike = [...untilActive, finish, voiding]
    assert.equal(jobAfter(closedLike).status, 'finished')
    const job = jobAfter([...closedLike, answer(director, true)])
    assert.ok(job.status === 'cancelled' && job.ending === 'voided')
    assert.deepEqual(job.record.changes.endings[0]?.answer, { isAgreed: true, by: director, at: noon })
  })

  test('stops work that is going on', () => {
    assert.equal(jobAfter([...untilActive, voiding]).status, 'suspended')
  })

  test('is owed an answer', () => {
    const duty = obligations(jobAfter([...untilActive, voiding]), rulebook).find(({ kind }) => kind === 'agree')
    assert.deepEqual(duty?.assignee, { authority: 'director', of: 'plant' })
  })
})

describe('the end of the permit’s time', () => {
  const { to } = application.window

  test('is owed by the leader of work that is on, and late at its very end', () => {
    const duty = obligations(jobAfter(untilActive), rulebook).find(({ kind }) => kind === 'end-work')
    assert.deepEqual(duty && [duty.assignee, duty.lateAt, duty.met], [{ person: leader }, to, null])
  })

  test('is met by ending the work', () => {
    const duty = obligations(jobAfter([...untilActive, finish]), rulebook).find(({ kind }) => kind === 'end-work')
    assert.deepEqual(duty?.met, { at: noon, by: leader })
  })

  test('lets no picture count that was taken after it', () => {
    const snapshot = (capturedAt: typeof to): GuardedCommand => ({
      type: 'RecordSnapshot',
      by: guardian,
      occurredAt: capturedAt,
      snapshot: { workFace: id('snapshot-picture'), guardian: id('snapshot-picture-1'), capturedAt },
    })
    const codesAt = (when: typeof to) =>
      refusedCodes(untilActive, snapshot(when), facts({ now: when, evidence: picturesTakenAt(when) }))
    assert.deepEqual(codesAt(to), [])
    assert.deepEqual(codesAt(addMinutes(to, 1)), ['outside-window'])
  })

  test('is not moved by a gas test', () => {
    assert.deepEqual(refusedCodes(untilActive, gasTest(noon)), [])
  })
})
