import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import { unitsZhCn } from '#core/messages/vocabulary.zh-cn.ts'
import { toLimitUnit } from '#core/gas/concentration.ts'
import { gasTestZhCn } from '#core/messages/screens/gas-test.zh-cn.ts'
import type { FieldValue } from '#core/job/application.ts'
import type { GasReading } from '#core/job/site-records.ts'
import type { Permit, RecordedJob } from '#core/job/job.ts'
import type { AnswerNames } from '#contract/names.ts'
import type { FormField, Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Certificate } from './certificate-numbers.ts'
import type { Fact, PermitPaper, Table } from './permit-paper.ts'
import { signaturesOf } from './signatures-of.ts'

/** All that a printed permit is told from. */
export type PermitOnRecord = {
  readonly job: RecordedJob
  readonly permit: Permit
  readonly briefingSignedAt: EpochMs | null
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
    facts: [...commonFacts(record), ...fieldFacts(record, operation), ...workFacts(record, operation)],
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

/** A longer label would stand in a narrow column of many lines. */
const halfLabelLengthMax = 12

const half = (label: string, value: string): Fact => ({ label, value, isWide: false })
const wide = (label: string, value: string): Fact => ({ label, value, isWide: true })

const commonFacts = ({ job, names, applyUnit, workUnit, clock }: PermitOnRecord): readonly Fact[] => {
  const { application, submittedAt } = job.record
  const person = nameIn(names)
  return [
    half(words.labels.applyUnit, applyUnit),
    half(words.labels.applyTime, clock(submittedAt)),
    wide(words.labels.content, application.content),
    wide(
      words.labels.place,
      [names.places[application.place] ?? application.place, application.placeDetail].filter(Boolean).join(' · '),
    ),
    half(words.labels.workUnit, workUnit),
    half(words.labels.leader, person(application.leader)),
  ]
}

const fieldFacts = ({ job }: PermitOnRecord, { id, fields }: Operation): readonly Fact[] =>
  fields.map((field) => ({
    label: field.label.zh,
    value: sayField(field, job.record.application.fields[`${id}.${field.id}`]),
    isWide: field.label.zh.length > halfLabelLengthMax,
  }))

const sayField = (field: FormField, value: FieldValue | undefined): string => {
  if (value === undefined) return words.notYet
  switch (field.kind) {
    case 'flag':
      return value === true ? words.yes : words.no
    case 'number':
      return `${String(value)} ${field.unit}`
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [value]
      const labels = chosen.map((one) => field.options.find((option) => option.id === one)?.label.zh ?? String(one))
      return labels.length === 0 ? words.none : labels.join('、')
    }
    case 'text':
      return String(value)
  }
}

const workFacts = (record: PermitOnRecord, operation: Operation): readonly Fact[] => {
  const { job, permit, rulebook, names, certificates, clock } = record
  const { application, permits, preparations, work } = job.record
  const person = nameIn(names)
  const asked = certificatesAskedBy(operation, rulebook)
  const crew = application.crew.map(({ person: member }) => {
    const held = (certificates.get(member) ?? []).filter(({ category }) => asked.has(category))
    const proof = held.map(({ category, number }) => [asked.get(category), number].filter(Boolean).join(' '))
    return proof.length === 0 ? person(member) : `${person(member)}（${proof.join('；')}）`
  })
  const others = permits.filter(({ id }) => id !== permit.id)
  const hazards = Object.entries(preparations).flatMap(([key, { content }]) =>
    key.startsWith(`${operation.id}.`) && content.kind === 'hazards' ? content.hazards : [],
  )
  return [
    half(words.labels.guardians, application.guardians.map(person).join('、')),
    wide(words.labels.crew, crew.join('、')),
    wide(
      words.labels.related,
      others.length === 0
        ? words.none
        : others
            .map((one) => `${rulebook.operations[one.operation]?.name.zh ?? one.operation} ${one.number}`)
            .join('；'),
    ),
    wide(
      words.labels.hazards,
      hazards.length === 0
        ? words.notYet
        : hazards.map((one) => words.hazard(one.hazard, one.consequence, one.measures)).join('\n'),
    ),
    wide(words.labels.window, words.span(clock(application.window.from), clock(application.window.to))),
    ...(work.length === 0
      ? []
      : [
          wide(
            words.labels.started,
            work.map(({ from, to }) => `${clock(from)} – ${to === null ? words.going : clock(to)}`).join('；'),
          ),
        ]),
  ]
}

/** By category: the certificates that this operation asks of anybody in the crew. */
const certificatesAskedBy = ({ crew }: Operation, { categories }: Rulebook): ReadonlyMap<string, string> => {
  const demanded = new Set(
    [...crew.requires, ...crew.duties.flatMap(({ requires }) => requires)].flatMap(({ parameters }) =>
      Object.values(parameters).flat(),
    ),
  )
  return new Map(
    categories.flatMap(({ id, kind, name }) => (kind === 'certificate' && demanded.has(id) ? [[id, name.zh]] : [])),
  )
}

const gasTable = ({ job, rulebook, names, clock }: PermitOnRecord, { holdPoints }: Operation): Table | null => {
  if (!holdPoints.some(({ kind, applies }) => kind === 'gas-test' && applies)) return null
  const rows = job.record.gasTests.flatMap(({ samples, analyst }) =>
    samples.map(({ point, takenAt, readings }) => [
      clock(takenAt),
      gasTestZhCn.point(point),
      readings.map((reading) => sayReading(reading, rulebook)).join('；'),
      nameIn(names)(analyst),
    ]),
  )
  return { ...words.gas, rows: rows.length === 0 ? [words.gas.head.map(() => '')] : rows }
}

/** In the unit of the limit, with what the detector showed beside it where that is another. */
const sayReading = ({ gas: id, value, unit }: GasReading, { gases }: Rulebook): string => {
  const gas = gases.find((one) => one.id === id)
  const shown = `${value} ${unitsZhCn[unit]}`
  const converted = gas === undefined ? 'unit-unfit' : toLimitUnit(gas, { value, unit })
  const name = gas?.name.zh ?? id
  if (typeof converted === 'string') return `${name} ${shown}`
  const [inLimitUnit, limitUnit] =
    'percentVol' in converted
      ? [converted.percentVol, 'percent-vol' as const]
      : [converted.mgPerM3, 'mg-per-m3' as const]
  return unit === limitUnit
    ? `${name} ${shown}`
    : `${name} ${Number(inLimitUnit.toPrecision(3))} ${unitsZhCn[limitUnit]}（${shown}）`
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

const nameIn =
  ({ people }: AnswerNames) =>
  (person: string): string =>
    people[person] ?? person
