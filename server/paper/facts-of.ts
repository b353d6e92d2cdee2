import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import type { FieldValue } from '#core/job/application.ts'
import type { FormField, Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import { formLinesOf } from './form-lines.ts'
import { nameIn } from './name-in.ts'
import type { Fact, PermitPaper } from './permit-paper.ts'

type Line = keyof typeof words.labels

/** A longer label would stand in a narrow column of many lines. */
const halfLabelLengthMax = 12

/** The form's lines above the measures, on both sides of the gas analyses. */
export const factsOf = (record: PermitOnRecord, operation: Operation): Pick<PermitPaper, 'facts' | 'factsAfterGas'> => {
  const parties = [...commonFacts(record), ...fieldFacts(record, operation), ...peopleFacts(record, operation)]
  const hazards = hazardFacts(record, operation)
  const times = timeFacts(record)
  return formLinesOf(operation.id).gasAfter === 'parties'
    ? { facts: parties, factsAfterGas: [...hazards, ...times] }
    : { facts: [...parties, ...hazards], factsAfterGas: times }
}

const half = (label: string, value: string): Fact => ({ label, value, isWide: false })
const wide = (label: string, value: string): Fact => ({ label, value, isWide: true })

const labelIn =
  ({ permit }: PermitOnRecord) =>
  (line: Line): string =>
    words.labelsOf[permit.operation]?.[line] ?? words.labels[line]

const commonFacts = (record: PermitOnRecord): readonly Fact[] => {
  const { job, permit, names, applyUnit, workUnit, clock } = record
  const { application, submittedAt } = job.record
  const label = labelIn(record)
  const leader = formLinesOf(permit.operation).leaderProvesCertificate
    ? withProof(record)(application.leader)
    : nameIn(names)(application.leader)
  return [
    half(label('applyUnit'), applyUnit),
    half(label('applyTime'), clock(submittedAt)),
    wide(label('content'), application.content),
    wide(
      label('place'),
      [names.places[application.place] ?? application.place, application.placeDetail].filter(Boolean).join(' · '),
    ),
    half(label('workUnit'), workUnit),
    half(label('leader'), leader),
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

const peopleFacts = (record: PermitOnRecord, operation: Operation): readonly Fact[] => {
  const { crew, guardians } = record.job.record.application
  const prove = withProof(record)
  const ownLines = operation.crew.duties.filter(({ id }) => formLinesOf(operation.id).duties.includes(id))
  const others = crew.filter(
    ({ duties }) => duties.length === 0 || duties.some((duty) => !ownLines.some(({ id }) => id === duty)),
  )
  const say = (people: typeof crew): string => people.map(({ person }) => prove(person)).join('、') || words.none
  const label = labelIn(record)
  return [
    half(label('guardians'), guardians.map(nameIn(record.names)).join('、')),
    ...ownLines.map(({ id, name }) => half(name.zh, say(crew.filter(({ duties }) => duties.includes(id))))),
    wide(label('crew'), say(others)),
  ]
}

/** A name with the certificates held that this operation asks of anybody in the crew. */
const withProof = ({ names, certificates, permit, rulebook }: PermitOnRecord) => {
  const operation = rulebook.operations[permit.operation]
  const asked = operation === undefined ? new Map<string, string>() : certificatesAskedBy(operation, rulebook)
  return (person: string): string => {
    const held = (certificates.get(person) ?? []).filter(({ category }) => asked.has(category))
    const proof = held.map(({ category, number }) => [asked.get(category), number].filter(Boolean).join(' '))
    return proof.length === 0 ? nameIn(names)(person) : `${nameIn(names)(person)}（${proof.join('；')}）`
  }
}

const hazardFacts = (record: PermitOnRecord, operation: Operation): readonly Fact[] => {
  const { job, permit, rulebook } = record
  const { permits, preparations } = job.record
  const others = permits.filter(({ id }) => id !== permit.id)
  const hazards = Object.entries(preparations).flatMap(([key, { content }]) =>
    key.startsWith(`${operation.id}.`) && content.kind === 'hazards' ? content.hazards : [],
  )
  const countersigners = operation.approvals.filter(({ group }) => group !== undefined).map(({ name }) => name.zh)
  const label = labelIn(record)
  return [
    wide(
      label('related'),
      others.length === 0
        ? words.none
        : others
            .map((one) => `${rulebook.operations[one.operation]?.name.zh ?? one.operation} ${one.number}`)
            .join('；'),
    ),
    ...(formLinesOf(operation.id).namesCountersigners
      ? [wide(label('countersigners'), countersigners.map(words.withoutCountersigning).join('、'))]
      : []),
    ...planFacts(record, operation),
    wide(
      label('hazards'),
      hazards.length === 0
        ? words.notYet
        : hazards.map((one) => words.hazard(one.hazard, one.consequence, one.measures)).join('\n'),
    ),
  ]
}

const planFacts = ({ job, names, clock }: PermitOnRecord, operation: Operation): readonly Fact[] =>
  operation.preparations
    .filter(({ id }) => formLinesOf(operation.id).plans.includes(id))
    .map(({ id, name }) => {
      const written = job.record.preparations[`${operation.id}.${id}`]
      if (written === undefined || written.content.kind !== 'plan') return wide(name.zh, words.notYet)
      const { text, document } = written.content
      const attached =
        document === undefined
          ? []
          : [
              words.plan.document(document.title, document.drawnUpBy),
              words.plan.approved(document.approvedBy, document.approvedOn),
            ]
      const parts = [text, ...attached, words.plan.written(nameIn(names)(written.by), clock(written.at))]
      return wide(name.zh, parts.filter(Boolean).join('；'))
    })

const timeFacts = (record: PermitOnRecord): readonly Fact[] => {
  const { job, clock } = record
  const { application, work } = job.record
  const label = labelIn(record)
  const spans = work.map(({ from, to }) => `${clock(from)} – ${to === null ? words.going : clock(to)}`)
  return [
    wide(label('window'), words.span(clock(application.window.from), clock(application.window.to))),
    wide(label('started'), spans.join('；') || words.notYet),
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
