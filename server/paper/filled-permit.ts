import {
  id,
  type EquipmentId,
  type EvidenceId,
  type GasId,
  type LevelId,
  type OperationId,
  type PermitId,
  type PersonId,
  type StepId,
} from '#core/ids.ts'
import { analyst, atVessel, guardian, leader, noon, signature, welder } from '#core/job/examples.ts'
import type { Application } from '#core/job/application.ts'
import type { GasReading } from '#core/job/site-records.ts'
import type { JobRecord, Permit, Recorded } from '#core/job/job.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { addMinutes, isoDate } from '#core/time/epoch.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import { permitOnRecord } from './examples.ts'

/** A permit in which everything has been entered, everybody by another name and each act at another minute, so that none stands for another. */
export const filledPermit = (rulebook: Rulebook, operation: Operation, level: LevelId): PermitOnRecord => {
  const bare = permitOnRecord(rulebook, operation)
  const permit: Permit = { ...bare.permit, level, baseLevel: level, withoutSteps: notInvolved(operation) }
  const linked: Permit = {
    ...permit,
    id: id<PermitId>('permit-2'),
    number: 'ZZ-20261124-002',
    operation: id<OperationId>(operation.id === 'hot-work' ? 'confined-space' : 'hot-work'),
  }
  const { record } = bare.job
  const filled: JobRecord = {
    ...record,
    application: {
      ...record.application,
      crew: crews[operation.id] ?? [{ person: welder, duties: [] }],
      fields: Object.fromEntries(
        Object.entries(answers[operation.id] ?? {}).map(([field, value]) => [`${operation.id}.${field}`, value]),
      ),
    },
    permits: [permit, linked],
    preparations: preparationsOf(operation),
    measures: Object.fromEntries(
      operation.measures.map((measure, i) => [
        `${operation.id}.${measure.id}`,
        {
          operation: id<OperationId>(operation.id),
          measure: measure.id,
          isInvolved: measure.id === 'other' || !measure.optional,
          detail: `落实 ${i + 1}`,
          ...done('confirmer', 30 + i),
        },
      ]),
    ),
    briefing: {
      briefer: leader,
      briefedAt: addMinutes(noon, 50),
      contentHash: signature.contentHash,
      signedAt: { [welder]: addMinutes(noon, 51), [guardian]: addMinutes(noon, 52) },
    },
    gasTests: [gasTest],
    approvals: operation.approvals
      .filter((step) => isSigned(permit, step))
      .flatMap((step, i) => [
        { permit: permit.id, step: step.id, signature, ...done(`signer-of-${step.id}`, 60 + i) },
        // The permit beside this one has steps of the same name, signed by others.
        { permit: linked.id, step: step.id, signature, ...done(`signer-of-the-other-${step.id}`, 70 + i) },
      ]),
    duty: [
      {
        signIn: {
          person: guardian,
          method: { kind: 'picture-on-site', picture: id<EvidenceId>('face') },
          position: atVessel,
          ...done(guardian, 80),
        },
        presence: [],
        endedAt: null,
      },
    ],
    work: [{ from: addMinutes(noon, 90), to: addMinutes(noon, 150) }],
    acceptances: Object.fromEntries(
      operation.acceptances.map((one, i) => [one.id, done(`acceptor-${one.id}`, 160 + i)]),
    ),
  }
  return {
    ...bare,
    job: { status: 'closed', record: filled, closedAt: addMinutes(noon, 170) },
    permit,
    briefingSignedAt: addMinutes(noon, 50),
    startSigned: done(leader, 90),
    names: {
      ...bare.names,
      people: { ...names, ...signerNames(operation) },
      places: { [record.application.place]: 'R-102 反应釜' },
    },
    certificates: new Map([
      [welder, [{ category: 'fusion-welding', number: 'T110***********1234' }]],
      [leader, [{ category: 'low-voltage-electrical', number: 'T110***********9012' }]],
      [electrician, [{ category: 'low-voltage-electrical', number: 'T110***********5678' }]],
      [commander, [{ category: 'crane-signaller-q1', number: 'Q1-0077' }]],
      [craneOperator, [{ category: 'crane-operator-q2', number: 'Q2-0088' }]],
    ]),
  }
}

/** Whether the example's chain asks for the step. */
export const isSigned = (permit: Permit, step: Operation['approvals'][number]): boolean =>
  step.levels.includes(permit.level) && !permit.withoutSteps?.includes(step.id)

const electrician = id<PersonId>('electrician')
const powerUser = id<PersonId>('power-user')
const commander = id<PersonId>('commander')
const rigger = id<PersonId>('rigger')
const craneOperator = id<PersonId>('crane-operator')

const names: { readonly [person: string]: string } = {
  [leader]: '周立群',
  [guardian]: '吴守望',
  [welder]: '韩一峰',
  [analyst]: '方析',
  [electrician]: '陆电生',
  [powerUser]: '何用',
  [commander]: '冯指',
  [rigger]: '司小索',
  [craneOperator]: '杜吊',
  confirmer: '孙确认',
}

const signerNames = ({ approvals, acceptances }: Operation): { readonly [person: string]: string } => ({
  ...Object.fromEntries(approvals.map((step) => [`signer-of-${step.id}`, `审${step.id}`])),
  ...Object.fromEntries(acceptances.map((one) => [`acceptor-${one.id}`, `验${one.id}`])),
})

const crews: { readonly [operation: string]: Application['crew'] } = {
  lifting: [
    { person: commander, duties: [id('commander')] },
    { person: rigger, duties: [id('rigger')] },
    { person: craneOperator, duties: [id('crane-operator')] },
  ],
  'temporary-power': [
    { person: electrician, duties: [id('electrician')] },
    { person: powerUser, duties: [id('power-user')] },
  ],
}

/** What the forms ask of one kind of work alone, by the rulebook's own field. */
const answers: { readonly [operation: string]: Application['fields'] } = {
  'hot-work': { method: ['arc-welding', 'grinding'] },
  'confined-space': { 'original-medium': '甲醇' },
  blinding: {
    action: 'fit',
    'blind-number': 'MB-17',
    'pipe-name': '甲醇进料管',
    medium: '甲醇',
    'temperature-celsius': 42,
    'pressure-mpa': 0.03,
    'blind-material': '304 不锈钢',
    'blind-specification': 'DN150 PN16',
    'map-number': 'T-2026-05',
  },
  'work-at-height': { 'height-metres': 33 },
  lifting: { 'mass-tonnes': 118, 'load-content': '换热器管束', 'rigging-name': '平衡梁 20 t' },
  'temporary-power': {
    'source-point': '3# 配电箱 15 kW',
    'voltage-volts': 380,
    'equipment-and-power': '电焊机 12 kW',
  },
  excavation: {
    'depth-metres': 1.1,
    'area-square-metres': 26,
    method: 'by-hand',
    'involved-units': ['electricity', 'fire'],
  },
  'road-closing': { reason: '埋管过路', section: '三号路 K0+20 至 K0+45' },
}

const done = (person: string, minute: number): Recorded => ({
  by: id<PersonId>(person),
  occurredAt: addMinutes(noon, minute),
})

/** A discipline that the answers do not name has nothing to countersign. */
const notInvolved = ({ approvals }: Operation): readonly StepId[] =>
  approvals
    .filter(({ id: step, when }) => when !== undefined && !/^(electricity|fire)-/.test(step))
    .map(({ id: step }) => step)

const preparationsOf = ({ id: operation, preparations }: Operation): JobRecord['preparations'] =>
  Object.fromEntries(
    preparations.flatMap(({ id: preparation, kind }) => {
      const written = { by: leader, at: addMinutes(noon, 25) }
      if (kind === 'checklist') return []
      const content =
        kind === 'hazards'
          ? ({ kind, hazards: [{ hazard: '介质喷出', consequence: '灼伤', measures: '泄压后拆卸' }] } as const)
          : ({
              kind,
              text: `${preparation} 见附图`,
              document: {
                id: 'plan-1',
                title: '作业方案',
                drawnUpBy: '郑编制',
                approvedBy: '钱批准',
                approvedOn: isoDate('2026-11-20'),
              },
            } as const)
      return [[`${operation}.${preparation}`, { content, ...written }]]
    }),
  )

const readings: readonly GasReading[] = [
  { gas: id<GasId>('oxygen'), value: 20.8, unit: 'percent-vol' },
  { gas: id<GasId>('methanol'), value: 2, unit: 'percent-lel' },
  { gas: id<GasId>('co'), value: 6, unit: 'mg-per-m3' },
]

const gasTest: JobRecord['gasTests'][number] = {
  samples: ['upper', 'lower'].map((point, i) => ({ point, takenAt: addMinutes(noon, 40 + i), readings })),
  instrument: id<EquipmentId>('GD-01'),
  analyst,
  position: atVessel,
  displayPicture: id<EvidenceId>('display'),
  ...done(analyst, 42),
}
