import assert from 'node:assert/strict'
import { id, type EvidenceId, type JobId, type PermitId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { RecordedJob } from '#core/job/job.ts'
import { nextStep } from '#core/job/approval-chain.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { addHours, addMinutes, epochMs } from '#core/time/epoch.ts'
import { holderOf } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import { demoPlaces } from '#demo/places.ts'
import { createRoster } from '#demo/roster.ts'
import { handle } from '#server/handle.ts'
import { onlyRulebook } from '#server/rulebooks/only-rulebook.ts'
import { newId } from '#server/ids.ts'
import type { Database } from '#server/store/database.ts'

const roster = createRoster()
const { cast } = roster
const dispatcher = holderOf({ unit: 'production', position: 'clerk' }, roster)
assert.ok(dispatcher)
export const vessel = 'R-102'
const [corner] = demoPlaces.find(({ id: place }) => place === vessel)?.facts.fence ?? []
assert.ok(corner)
export const atVessel = { latitude: corner[1] + 0.00002, longitude: corner[0] + 0.00002, accuracyMetres: 5 }
const signature = { factor: 'session', contentHash: 'b'.repeat(64), position: atVessel } as const

const leader = id<RecordedJob['record']['application']['leader']>(cast['crew-leader'].number)
const guardian = id<typeof leader>(cast.guardian.number)
const worker = id<typeof leader>(cast['welder-qualified'].number)

/** Asks as people would, one decision after the other, with the clock of now. */
export const jobSteps = (database: Database, rulebook: Rulebook) => {
  const give = async (job: JobId, command: GuardedCommand): Promise<RecordedJob> => {
    const outcome = await database.withPlant(demoPlant, (tx) =>
      handle(tx, job, command, {
        rulebooks: onlyRulebook(rulebook),
        timeZone: 'Asia/Shanghai',
        clock: () => epochMs(Date.now()),
      }),
    )
    assert.ok(outcome.decision.accepted, `${command.type}: ${JSON.stringify(outcome.decision)}`)
    assert.ok('record' in outcome.job)
    return outcome.job
  }
  return {
    /** A vessel to be entered, applied for, prepared, briefed and approved: what is left happens at the site. */
    approvedJob: async (): Promise<JobId> => {
      const job = newId<JobId>()
      const now = epochMs(Date.now())
      const happened = { by: leader, occurredAt: now }
      let current = await give(job, {
        type: 'SubmitJob',
        ...happened,
        identities: identitiesOf(rulebook, 'E2E'),
        application: applicationFor('进釜检查内壁', { from: addMinutes(now, -10), to: addHours(now, 5) }),
      })
      for (const { operation } of current.record.permits) {
        const rules = rulebook.operations[operation]
        for (const preparation of rules?.preparations ?? []) {
          const content =
            preparation.kind === 'hazards'
              ? {
                  kind: 'hazards' as const,
                  hazards: [{ hazard: '缺氧', consequence: '窒息', measures: '通风', owner: 'guardian' as const }],
                }
              : preparation.kind === 'plan'
                ? { kind: 'plan' as const, text: '两人外部待命,三脚架提升' }
                : { kind: 'checklist' as const, present: preparation.items.map((item) => item.id) }
          await give(job, { type: 'RecordPreparation', ...happened, operation, preparation: preparation.id, content })
        }
        for (const { id: measure } of rules?.measures ?? [])
          await give(job, { type: 'ConfirmMeasure', ...happened, operation, measure, isInvolved: true, detail: '' })
      }
      await give(job, { type: 'SignBriefing', ...happened, as: 'briefer', signature })
      for (const by of [worker, guardian])
        current = await give(job, { type: 'SignBriefing', by, occurredAt: now, as: 'briefed', signature })
      for (const permit of current.record.permits) {
        for (;;) {
          const step = nextStep(permit, current.record, rulebook)
          if (step === null || step === 'no-chain') break
          const by = id<typeof leader>(approver(step.by.authority))
          current = await give(job, {
            type: 'ApproveStep',
            by,
            occurredAt: epochMs(Date.now()),
            permit: permit.id,
            step: step.id,
            signature,
          })
        }
      }
      assert.equal(current.status, 'approved')
      return job
    },
    /** The air is tested and moved; `capture` leaves a picture of the step behind. */
    testAndVentilate: async (job: JobId, capture: (step: string) => Promise<EvidenceId>): Promise<void> => {
      const now = epochMs(Date.now())
      await give(job, {
        type: 'RecordGasTest',
        by: id(cast.analyst.number),
        occurredAt: now,
        test: {
          samples: ['upper', 'middle', 'lower'].map((point) => ({
            point,
            takenAt: now,
            readings: [
              { gas: id('oxygen'), value: 20.8, unit: 'percent-vol' },
              { gas: id('methanol'), value: 2, unit: 'percent-lel' },
              { gas: id('methanol-toxic'), value: 6, unit: 'ppm' },
            ],
          })),
          instrument: id('GD-01'),
          analyst: id(cast.analyst.number),
          position: atVessel,
          displayPicture: await capture('gas-test'),
        },
      })
      await give(job, {
        type: 'RecordVentilation',
        by: guardian,
        occurredAt: now,
        ventilation: {
          fan: id('FAN-R-102'),
          scan: await capture('ventilation'),
          runningPicture: await capture('ventilation'),
          position: atVessel,
          startedAt: now,
        },
      })
    },
    /** Another job at the same vessel, for tomorrow's shift, that nobody has approved yet. */
    submittedLater: async (content: string): Promise<JobId> => {
      const job = newId<JobId>()
      const now = epochMs(Date.now())
      await give(job, {
        type: 'SubmitJob',
        by: leader,
        occurredAt: now,
        identities: identitiesOf(rulebook, 'LATER'),
        application: applicationFor(content, { from: addHours(now, 20), to: addHours(now, 24) }),
      })
      return job
    },
    /** The guardian signs in beside a witness, and the work begins. */
    start: async (job: JobId): Promise<void> => {
      await give(job, {
        type: 'SignInGuardian',
        by: guardian,
        occurredAt: epochMs(Date.now()),
        signIn: { person: guardian, method: { kind: 'site-code-and-pin', secondPerson: leader }, position: atVessel },
      })
      await give(job, { type: 'StartWork', by: leader, occurredAt: epochMs(Date.now()), signature })
    },
  }
}

const applicationFor = (content: string, window: Application['window']): Application => ({
  applicant: leader,
  leader,
  workUnit: id(demoPlant),
  crew: [{ person: worker, duties: [id('entrant')] }],
  guardians: [guardian],
  gasAnalyst: id(cast.analyst.number),
  operations: [id('confined-space')],
  place: id(vessel),
  placeDetail: '人孔 N3',
  content,
  window,
  urgentReason: '垫片渗漏,等不到明天',
  fields: { 'confined-space.original-medium': '甲醇', 'confined-space.activity': 'maintenance' },
})

const identitiesOf = (rulebook: Rulebook, series: string) =>
  Object.fromEntries(
    Object.values(rulebook.operations).map(({ id: operation, numberPrefix }) => [
      operation,
      { id: newId<PermitId>(), number: `${numberPrefix}-${series}-001` },
    ]),
  )

const approver = (authority: string): string => {
  switch (authority) {
    case 'unit-head':
      return cast['workshop-director'].number
    case 'production-dispatch':
      return dispatcher.number
    case 'safety-department':
      return cast['hse-manager'].number
    default:
      return cast['production-manager'].number
  }
}
