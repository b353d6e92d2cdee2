import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import type { Permit, Recorded, RecordedJob } from '#core/job/job.ts'
import type { AnswerNames } from '#contract/names.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Certificate } from './certificate-numbers.ts'
import { factsOf } from './facts-of.ts'
import { gasTable } from './gas-table.ts'
import type { Hands } from './hands.ts'
import { nameIn } from './name-in.ts'
import type { PermitPaper, Table } from './permit-paper.ts'
import { signaturesOf } from './signatures-of.ts'

/** All that a printed permit is told from. */
export type PermitOnRecord = {
  readonly job: RecordedJob
  readonly permit: Permit
  readonly briefingSignedAt: EpochMs | null
  /** Who signed that the work starts. */
  readonly startSigned: Recorded | null
  readonly hands: Hands
  readonly rulebook: Rulebook
  readonly names: AnswerNames
  readonly applyUnit: string
  readonly workUnit: string
  readonly certificates: ReadonlyMap<string, readonly Certificate[]>
  /** Writes an instant in the plant's own time. */
  readonly clock: (at: EpochMs) => string
  readonly now: EpochMs
}

/** Puts a permit into the order of its form (GB 30871-2022, A.1–A.8); what only one operation asks comes from its form fields. */
export const describePermit = (record: PermitOnRecord, codeDrawing: string): PermitPaper => {
  const { job, permit, rulebook, clock, now } = record
  const operation = rulebook.operations[permit.operation]
  if (operation === undefined) throw new Error(`${permit.number} is of an operation that its rulebook does not know`)
  const level = operation.levels.find(({ id }) => id === permit.level)
  return {
    title: words.title(operation.name.zh.replace(/作业$/, '')),
    number: { label: words.number, value: permit.number },
    level: operation.levels.length < 2 ? null : { label: words.level, value: level?.name.zh ?? permit.level },
    status: words.status[job.status],
    copies: copiesOf(permit),
    code: { drawing: codeDrawing, label: words.scan },
    ...factsOf(record, operation),
    gas: gasTable(record, operation),
    measures: measuresTable(record, operation),
    signaturesTitle: words.signatures,
    signatures: signaturesOf(record, operation),
    footer: words.printed(clock(now), `${job.record.rulebook.id} ${job.record.rulebook.edition}`),
  }
}

const copiesOf = ({ operation, level }: Permit): PermitPaper['copies'] => {
  const [second, third] = words.holders[`${operation}/${level}`] ?? words.holders[operation] ?? words.otherHolders
  return [words.firstHolder, second, third].map((holder, at) => ({
    name: words.copies[at] ?? '',
    holder: words.holderIs(holder),
  }))
}

const measuresTable = ({ job, names, clock }: PermitOnRecord, { id, measures }: Operation): Table => ({
  ...words.measures,
  rows: measures.map((measure, at) => {
    const confirmed = job.record.measures[`${id}.${measure.id}`]
    return confirmed === undefined
      ? [String(at + 1), measure.text.zh, '', '', '']
      : [
          String(at + 1),
          [measure.text.zh, confirmed.detail].filter(Boolean).join(' — '),
          confirmed.isInvolved ? words.involved : words.notInvolved,
          nameIn(names)(confirmed.by),
          clock(confirmed.occurredAt),
        ]
  }),
})
