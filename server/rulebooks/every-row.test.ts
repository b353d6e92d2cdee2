import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '#core/ids.ts'
import { approvalChain } from '#core/job/approval-chain.ts'
import type { GuardedCommand, SubmitJob } from '#core/job/commands.ts'
import { decide } from '#core/job/decide.ts'
import { replay } from '#core/job/evolve.ts'
import { jobId, leader, unitHead } from '#core/job/examples.ts'
import type { Facts, Neighbour } from '#core/job/facts.ts'
import { noJob, type JobRecord } from '#core/job/job.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { addMinutes } from '#core/time/epoch.ts'
import { readShipped } from './shipped-rulebooks.ts'
import { workADay, worldAt, type DayOfWork } from './testing/day-of-work.ts'
import { days } from './testing/days.ts'

/**
 * No row of a rulebook is only words: each is left undone by itself, on a day on which all else is in order, and the work is refused for
 * that very row.
 */
const { today } = await readShipped()
const signature = { factor: 'pin', contentHash: 'b'.repeat(64) } as const

const eventsUntil = ({ steps }: DayOfWork, isEnd: (command: GuardedCommand) => boolean) => {
  const end = steps.findLastIndex((step) => 'command' in step && isEnd(step.command))
  return steps
    .slice(0, end)
    .flatMap((step) => ('happened' in step ? [step.happened] : step.decision.accepted ? step.decision.events : []))
}
const recordBefore = (day: DayOfWork, type: GuardedCommand['type']): JobRecord => {
  const job = replay(
    eventsUntil(day, (command) => command.type === type),
    jobId,
  )
  assert.ok('record' in job)
  return job.record
}
const without = <T>(rows: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } =>
  Object.fromEntries(Object.entries(rows).filter(([one]) => one !== key))

type Row = { readonly row: string; readonly isKept: boolean }

/** What the work is refused for at its start when the record lacks something. */
const missedAtStart = (rulebook: Rulebook, world: Facts, record: JobRecord) => {
  const start: GuardedCommand = { type: 'StartWork', by: leader, occurredAt: world.now, signature }
  const decision = decide(start, { status: 'approved', record }, rulebook, world)
  return decision.accepted ? [] : decision.refusals.map(({ code, params }) => JSON.stringify([code, params]))
}

const rowsOfRecord = (rulebook: Rulebook, operation: Operation, day: DayOfWork): readonly Row[] => {
  const record = recordBefore(day, 'StartWork')
  const world = worldAt(
    day.world,
    day.asked.findLast(({ command }) => command.type === 'StartWork')!.command.occurredAt,
  )
  const isRefused = (lacking: JobRecord, ...words: readonly string[]): boolean =>
    missedAtStart(rulebook, world, lacking).some((one) => words.every((word) => one.includes(`"${word}"`)))
  const permit = record.permits.find((one) => one.operation === operation.id)
  assert.ok(permit)
  return [
    ...operation.measures.map((measure) => ({
      row: `measures.${measure.id}`,
      isKept: isRefused(
        { ...record, measures: without(record.measures, `${operation.id}.${measure.id}`) },
        'measure-unconfirmed',
        measure.id,
      ),
    })),
    ...operation.preparations
      .filter(
        (one) => `${operation.id}.${one.id}` in record.preparations && !permit.withoutPreparations?.includes(one.id),
      )
      .map((one) => ({
        row: `preparations.${one.id}`,
        isKept: isRefused(
          { ...record, preparations: without(record.preparations, `${operation.id}.${one.id}`) },
          'preparation-missing',
          one.id,
        ),
      })),
    ...approvalChain(permit, rulebook).map((step) => ({
      row: `approvals.${step.id}`,
      isKept: isRefused(
        { ...record, approvals: record.approvals.filter((one) => one.step !== step.id) },
        'approval-missing',
        step.id,
      ),
    })),
    ...operation.holdPoints.flatMap((point) => {
      if (point.kind !== 'witnessed-check' || !point.applies) return []
      return point.checks.map((check) => ({
        row: `checks.${check.id}`,
        isKept: isRefused(
          { ...record, checks: without(record.checks, `${operation.id}.${check.id}`) },
          'check-unwitnessed',
          check.id,
        ),
      }))
    }),
    ...operation.conflicts.map((conflict) => ({
      row: `conflicts.${conflict.id}`,
      // By this row alone: others may be about the same neighbour.
      isKept: missedAtStart(
        withOnly(conflict, operation, rulebook),
        { ...world, place: { ...world.place!, dike: 'D-1' }, neighbours: [neighbourOf(conflict, world)] },
        record,
      ).some((one) => one.includes('neighbour-conflicts') && one.includes(`"${conflict.id}"`)),
    })),
  ]
}

const withOnly = (conflict: Operation['conflicts'][number], { id: kind }: Operation, rulebook: Rulebook): Rulebook => ({
  ...rulebook,
  operations: Object.fromEntries(
    Object.entries(rulebook.operations).map(([name, one]) => [
      name,
      { ...one, conflicts: name === kind ? [conflict] : [] },
    ]),
  ),
})

const neighbourOf = (
  { with: { operation, activity } }: Operation['conflicts'][number],
  { place, now }: Facts,
): Neighbour => ({
  job: id('neighbour'),
  operations: [operation],
  activities: activity === undefined ? [] : [activity],
  place: place?.id ?? id('elsewhere'),
  window: { from: now, to: addMinutes(now, 60) },
  distanceMetres: 0,
  isSamePlace: true,
  dike: 'D-1',
  ...(place?.pipe === undefined ? {} : { pipe: place.pipe }),
})

/** A question is answered wrongly, or not at all where it must be answered. */
const rowsOfForm = (rulebook: Rulebook, operation: Operation, day: DayOfWork): readonly Row[] => {
  const command = day.asked.findLast((one) => one.command.type === 'SubmitJob')?.command as SubmitJob
  const world = worldAt(day.world, command.occurredAt)
  return operation.fields.map((field) => {
    const key = `${operation.id}.${field.id}`
    const fields = { ...without(command.application.fields, key), ...(field.required ? {} : { [key]: 7 as never }) }
    const decision = decide({ ...command, application: { ...command.application, fields } }, noJob, rulebook, world)
    // A question on which the level depends is missed there as well.
    const isKept =
      !decision.accepted &&
      decision.refusals.some(({ params }) =>
        Object.values(params).some((one) => one === field.id || one === `field.${key}`),
      )
    return { row: `fields.${field.id}`, isKept }
  })
}

/** The job is not closed as long as this signature lacks. */
const rowsOfEnd = (rulebook: Rulebook, operation: Operation, day: DayOfWork): readonly Row[] => {
  const record = recordBefore(day, 'SignAcceptance')
  const { occurredAt } = day.asked.at(-1)!.command
  return operation.acceptances.map((acceptance) => {
    const others = operation.acceptances.filter((one) => one.id !== acceptance.id)
    const isClosed = others.some(({ id: other, by }) => {
      const decision = decide(
        { type: 'SignAcceptance', by: by === 'leader' ? leader : unitHead, acceptance: other, signature, occurredAt },
        { status: 'finished', record: { ...record, acceptances: {} }, finishedAt: occurredAt },
        rulebook,
        worldAt(day.world, occurredAt),
      )
      return decision.accepted && decision.events.some(({ type }) => type === 'JobClosed')
    })
    return { row: `acceptances.${acceptance.id}`, isKept: others.length > 0 && !isClosed }
  })
}

const asked = (operation: Operation): readonly string[] => [
  ...operation.measures.map((one) => `measures.${one.id}`),
  ...operation.preparations.map((one) => `preparations.${one.id}`),
  ...operation.approvals.map((one) => `approvals.${one.id}`),
  ...operation.conflicts.map((one) => `conflicts.${one.id}`),
  ...operation.fields.map((one) => `fields.${one.id}`),
  ...operation.acceptances.map((one) => `acceptances.${one.id}`),
  ...operation.holdPoints.flatMap((point) =>
    point.kind === 'witnessed-check' && point.applies ? point.checks.map((one) => `checks.${one.id}`) : [],
  ),
]

for (const rulebook of today.values())
  for (const operation of Object.values(rulebook.operations))
    test(`every row of ${rulebook.id} ${operation.id} keeps the work from going on when it is not met`, () => {
      const kept = new Set<string>()
      const unkept = new Set<string>()
      for (const worked of days[rulebook.id] ?? []) {
        if (worked.operation !== operation.id) continue
        const day = workADay(rulebook, worked)
        for (const rows of [rowsOfRecord, rowsOfForm, rowsOfEnd])
          for (const { row, isKept } of rows(rulebook, operation, day)) (isKept ? kept : unkept).add(row)
      }
      assert.deepEqual([...unkept], [])
      assert.deepEqual(
        asked(operation).filter((row) => !kept.has(row)),
        [],
        'rows that no day reaches',
      )
    })
