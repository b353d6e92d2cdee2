import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { id, type EvidenceId } from '../../ids.ts'
import { addMinutes } from '../../time/epoch.ts'
import type { GuardedCommand } from '../commands.ts'
import { decide } from '../decide.ts'
import { replay } from '../evolve.ts'
import type { JobEvent } from '../events.ts'
import {
  approving,
  director,
  facts,
  gasTest,
  guardian,
  historyOf,
  jobId,
  leader,
  noon,
  picture,
  refusedCodes,
  rulebook,
  signature,
  signIn,
  submit,
  unitHead,
  untilActive,
  untilApproved,
  ventilate,
} from '../examples.ts'
import type { JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { wayOut } from '../remedies.ts'

type Of<T extends GuardedCommand['type']> = Extract<GuardedCommand, { type: T }>

const showing = (displayPicture: EvidenceId): GuardedCommand => {
  const command = gasTest(noon) as Of<'RecordGasTest'>
  return { ...command, test: { ...command.test, displayPicture } }
}
const snapshot = (workFace: string, front: string): GuardedCommand => ({
  type: 'RecordSnapshot',
  by: guardian,
  occurredAt: noon,
  snapshot: { workFace: id(workFace), guardian: id(front), capturedAt: noon },
})
const residue = (...pictures: readonly string[]): GuardedCommand => ({
  type: 'RecordResidue',
  by: guardian,
  occurredAt: noon,
  pictures: pictures.map((name) => id(name)),
})
const ventilation = (scan: string, runningPicture: string): GuardedCommand => {
  const command = ventilate as Of<'RecordVentilation'>
  return { ...command, ventilation: { ...command.ventilation, scan: id(scan), runningPicture: id(runningPicture) } }
}
const finish: GuardedCommand = { type: 'FinishWork', by: leader, occurredAt: noon }
const display = picture('gas-test', 9).id

const refusalsOf = (before: readonly GuardedCommand[], command: GuardedCommand): readonly Refusal[] => {
  const decision = decide(command, replay(historyOf(before), jobId), rulebook, facts())
  return decision.accepted ? [] : decision.refusals
}

describe('a picture that stands in a record already', () => {
  const tested = [...untilActive, showing(display)]

  test('proves no second sample, and the refusal says where it stands, by which demand, and whose way out it is', () => {
    assert.deepEqual(refusalsOf(tested, showing(display)), [
      {
        code: 'evidence-cited-before',
        params: { evidence: display, citedAt: noon },
        clause: null,
        source: 'product',
      },
    ])
    assert.deepEqual(wayOut['evidence-cited-before'], { owner: 'guardian', remedies: ['capture-anew'] })
    assert.deepEqual(refusedCodes(tested, showing(picture('gas-test', 10).id)), [])
  })

  test('proves no second sign-in, no second snapshot and no second look at what was left', () => {
    const snapped = [...untilActive, snapshot('snapshot-picture', 'snapshot-picture-1')]
    const cleared = [...untilActive, finish, residue('close-out-picture')]
    assert.deepEqual(refusedCodes(untilActive, signIn), ['evidence-cited-before'])
    assert.deepEqual(refusedCodes(snapped, snapshot('snapshot-picture', 'snapshot-picture-2')), [
      'evidence-cited-before',
    ])
    // Also where they change places.
    assert.deepEqual(refusedCodes(snapped, snapshot('snapshot-picture-2', 'snapshot-picture')), [
      'evidence-cited-before',
    ])
    assert.deepEqual(refusedCodes(snapped, snapshot('snapshot-picture-2', 'snapshot-picture-3')), [])
    assert.deepEqual(refusedCodes(cleared, residue('close-out-picture-1', 'close-out-picture')), [
      'evidence-cited-before',
    ])
  })

  test('is remembered when a later record took the place of the one that it stood in', () => {
    const twice = [...untilActive, ventilation('ventilation-picture-2', 'ventilation-picture-3')]
    assert.deepEqual(refusedCodes(twice, ventilate), ['evidence-cited-before', 'evidence-cited-before'])
  })

  test('is remembered when the job is submitted again', () => {
    const tested = historyOf([...untilApproved, showing(display)])
    const [applied] = historyOf([submit])
    assert.ok(applied)
    const job = replay([...tested, applied], jobId)
    assert.ok('record' in job && job.status === 'submitted' && job.record.gasTests.length === 0)
    assert.deepEqual(Object.keys(job.record.cited), [display])
  })

  test('never stands for two things in one record', () => {
    assert.deepEqual(refusedCodes(untilActive, snapshot('snapshot-picture', 'snapshot-picture')), [
      'evidence-cited-before',
    ])
    assert.deepEqual(refusedCodes([...untilActive, finish], residue('close-out-picture', 'close-out-picture')), [
      'evidence-cited-before',
    ])
    assert.deepEqual(
      refusedCodes([...untilApproved, gasTest(noon)], ventilation('ventilation-picture', 'ventilation-picture')),
      ['evidence-cited-before'],
    )
  })

  test('may be handed in again after a refusal: what was refused stands nowhere', () => {
    const early: GuardedCommand = { ...showing(display), occurredAt: addMinutes(noon, 5) }
    assert.deepEqual(refusedCodes(untilActive, early), ['happened-in-the-future'])
    assert.deepEqual(refusedCodes(untilActive, showing(display)), [])
  })
})

describe('a picture of another job, of another step, of another person or that nobody took', () => {
  const codesWith = (change: object) =>
    refusedCodes(
      untilActive,
      showing(display),
      facts({ evidence: { ...facts().evidence, [display]: { ...picture('gas-test', 9), ...change } } }),
    )

  test('proves nothing here, cited there or not', () => {
    assert.deepEqual(codesWith({ job: id('job-2') }), ['evidence-of-another-job'])
    assert.deepEqual(codesWith({ step: 'snapshot' }), ['evidence-of-another-step'])
    assert.deepEqual(codesWith({ reuse: 'same' }), ['evidence-reused'])
    assert.deepEqual(codesWith({ person: guardian }), ['evidence-of-another-person'])
    assert.deepEqual(codesWith({}), [])
    assert.deepEqual(refusedCodes(untilActive, showing(id('nobody-took-it'))), ['evidence-missing'])
  })
})

describe('a drawing on a signature', () => {
  const drawing = { ...picture('signature'), person: unitHead }
  const world = facts({ evidence: { ...facts().evidence, [drawing.id]: drawing } })
  const [first, second] = approving as readonly [Of<'ApproveStep'>, Of<'ApproveStep'>]
  const drawn = (command: Of<'ApproveStep'>, contentHash = signature.contentHash): GuardedCommand => ({
    ...command,
    signature: { ...signature, contentHash, handwriting: drawing.id },
  })
  const signed = historyOf([...untilApproved.slice(0, -2), drawn(first)], world)
  const codes = (command: GuardedCommand) => {
    const decision = decide(command, replay(signed, jobId), rulebook, world)
    return decision.accepted ? [] : decision.refusals.map(({ code }) => code)
  }

  test('stands under several steps that one hand signs at once, and under no other words', () => {
    const own = { ...second, by: unitHead }
    assert.ok(!codes(drawn(own)).includes('evidence-cited-before'))
    assert.deepEqual(codes(drawn(own, 'c'.repeat(64))), ['evidence-cited-before'])
  })

  test('is nobody else’s', () => {
    assert.deepEqual(codes(drawn({ ...second, by: director })), ['evidence-of-another-person'])
  })
})

test('whatever is asked in whatever order, no picture stands in two records of one history', () => {
  const some = (step: string) => fc.integer({ min: 0, max: 2 }).map((i) => picture(step, i).id)
  const asked: fc.Arbitrary<GuardedCommand> = fc.oneof(
    some('gas-test').map(showing),
    fc.tuple(some('snapshot'), some('snapshot')).map(([face, front]) => snapshot(face, front)),
    fc.tuple(some('ventilation'), some('ventilation')).map(([scan, running]) => ventilation(scan, running)),
    fc.tuple(some('close-out'), some('close-out')).map((pictures) => residue(...pictures)),
    fc.constant(signIn),
    fc.constant(finish),
  )
  const begun = historyOf(untilActive)
  const record = (events: readonly JobEvent[]): JobRecord => {
    const job = replay(events, jobId)
    assert.ok('record' in job)
    return job.record
  }
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 12 }), (commands) => {
      let history = begun
      for (const command of commands) {
        const decision = decide(command, replay(history, jobId), rulebook, facts())
        if (decision.accepted) history = [...history, ...decision.events]
      }
      const { gasTests, snapshots, duty, residuePictures } = record(history)
      const shown = [
        ...gasTests.map(({ displayPicture }) => displayPicture),
        ...snapshots.flatMap(({ workFace, guardian: front }) => [workFace, front]),
        ...duty.flatMap(({ signIn: { method } }) => (method.kind === 'picture-on-site' ? [method.picture] : [])),
        ...history.flatMap((event) =>
          event.type === 'VentilationRecorded' ? [event.ventilation.scan, event.ventilation.runningPicture] : [],
        ),
        ...residuePictures,
      ]
      assert.deepEqual(shown, [...new Set(shown)])
    }),
    { numRuns: 200 },
  )
})
