import { noChanges } from '#core/job/changes.ts'
import { id, type EmployerId, type JobId, type LevelId, type OperationId, type PermitId } from '#core/ids.ts'
import { guardian, leader, noon, place, welder } from '#core/job/examples.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { addHours } from '#core/time/epoch.ts'
import { drawCodeSvg } from '../evidence/signed-code.ts'
import sharp from 'sharp'
import { describePermit, type PermitOnRecord } from './describe-permit.ts'
import { type Hand, pictureSvg } from './hands.ts'
import type { PermitPaper } from './permit-paper.ts'
import { toLocalMinute } from './read-permit.ts'

/** A permit of one operation just after its application, with every measure confirmed. */
export const permitOnRecord = (rulebook: Rulebook, operation: Operation, content = '更换法兰'): PermitOnRecord => {
  const operationId = id<OperationId>(operation.id)
  const permit = {
    id: id<PermitId>('permit-1'),
    number: `${operation.numberPrefix}-20261124-001`,
    operation: operationId,
    level: operation.levels.at(-1)?.id ?? id<LevelId>('ungraded'),
    baseLevel: operation.levels.at(-1)?.id ?? id<LevelId>('ungraded'),
    upgradedBy: [],
    risk: 'L3',
    requiredBy: null,
  } as const
  const record: JobRecord = {
    id: id<JobId>('job-1'),
    rulebook: { id: rulebook.id, edition: rulebook.edition },
    application: {
      applicant: leader,
      workUnit: id<EmployerId>('unit'),
      leader,
      crew: [{ person: welder, duties: [] }],
      guardians: [guardian],
      operations: [operationId],
      place,
      placeDetail: '人孔 N3',
      content,
      window: { from: noon, to: addHours(noon, 5) },
      fields: {},
    },
    submittedAt: noon,
    permits: [permit],
    preparations: {},
    measures: Object.fromEntries(
      operation.measures.map((measure) => [
        `${operation.id}.${measure.id}`,
        {
          operation: operationId,
          measure: measure.id,
          isInvolved: true,
          detail: '',
          by: leader,
          occurredAt: noon,
        },
      ]),
    ),
    briefing: { briefer: leader, briefedAt: noon, contentHash: 'a'.repeat(64), signedAt: {} },
    approvals: [],
    addedSigners: [],
    returned: null,
    reopenedAt: [],
    gasTests: [],
    ventilation: null,
    checks: {},
    duty: [],
    recordings: [],
    rests: [],
    snapshots: [],
    passages: [],
    residuePictures: [],
    residueRecorded: null,
    fireWatchRounds: [],
    work: [],
    acceptances: {},
    evacuatedAt: null,
    stop: null,
    changes: noChanges,
    contingencies: [],
    cited: {},
    debts: [],
  }
  return {
    job: { status: 'submitted', record },
    permit,
    briefingSignedAt: noon,
    startSigned: null,
    hands: new Map(),
    rulebook,
    names: { people: { [leader]: '周立群' }, places: {}, equipment: {}, jobs: {}, permits: {} },
    applyUnit: '机修车间',
    workUnit: '远桥精细化工',
    certificates: new Map([[welder, [{ category: 'fusion-welding', number: 'T110***********1234' }]]]),
    clock: (at) => toLocalMinute(at, 'Asia/Shanghai'),
    now: noon,
  }
}

export const paperOf = (rulebook: Rulebook, operation: Operation, content?: string): Promise<PermitPaper> =>
  printed(permitOnRecord(rulebook, operation, content))

/** A drawn signature as its reading leaves it. */
export const drawnHand: Hand = {
  svg: pictureSvg(
    await sharp({ create: { width: 36, height: 20, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer(),
    { widthPixels: 360, heightPixels: 200 },
  ),
}

export const printed = async (record: PermitOnRecord): Promise<PermitPaper> =>
  describePermit(
    record,
    await drawCodeSvg('https://holdpoint.example/verify/plant/permit-1?code=AAAAAAAAAAAAAAAAAAAAAA'),
  )
