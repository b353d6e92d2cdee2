import type { EvidenceId, LevelId, MeasureId, OperationId, PermitId, PersonId } from '../ids.ts'
import type { Position } from '../place/position.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { Application } from './application.ts'
import type { CloseAlarm } from './commands/alarms.ts'
import type { ApprovingCommand } from './commands/approving.ts'
import type { ChangeCommand } from './commands/changes.ts'
import type { CloseContingency, OpenContingency, SettleDebt } from './commands/contingency.ts'
import type { EnterPaperTicket } from './commands/paper-ticket.ts'
import type { ForeseeRest } from './commands/rest.ts'
import type { KeepRecording } from './commands/video.ts'
import type { StopReason } from './job.ts'
import type { PlanDocument } from './plan-document.ts'
import type { WitnessCheck } from './commands/witness-check.ts'
import type {
  DeclinedRisk,
  GasTest,
  GuardianSignIn,
  Hazard,
  Passage,
  Signature,
  Snapshot,
  Ventilation,
} from './site-records.ts'

/** Who asks, and when it was done at the site; the server adds when it was recorded. */
export type Issued = { readonly by: PersonId; readonly occurredAt: EpochMs }

export type PreparationContent =
  | {
      readonly kind: 'hazards'
      readonly hazards: readonly Hazard[]
      /** Found by the decision: what the library proposed at that moment and is not among the rows. */
      readonly declined?: readonly DeclinedRisk[]
    }
  | {
      readonly kind: 'plan'
      readonly text: string
      readonly attachment?: EvidenceId
      readonly document?: PlanDocument
    }
  | { readonly kind: 'checklist'; readonly present: readonly string[] }

export type SubmitJob = Issued & {
  readonly type: 'SubmitJob'
  readonly application: Application
  /** Prepared by the server before deciding; one for each permit that could be needed. */
  readonly identities: { readonly [operation: string]: { readonly id: PermitId; readonly number: string } }
  /** The applicant may raise a level, never lower it. */
  readonly levelsRaisedTo?: { readonly [operation: string]: LevelId }
}
export type RecordPreparation = Issued & {
  readonly type: 'RecordPreparation'
  readonly operation: OperationId
  readonly preparation: string
  readonly content: PreparationContent
}
export type ConfirmMeasure = Issued & {
  readonly type: 'ConfirmMeasure'
  readonly operation: OperationId
  readonly measure: MeasureId
  readonly isInvolved: boolean
  readonly detail: string
}
export type SignBriefing = Issued & {
  readonly type: 'SignBriefing'
  readonly as: 'briefer' | 'briefed'
  readonly signature: Signature
}
export type RecordGasTest = Issued & { readonly type: 'RecordGasTest'; readonly test: GasTest }
export type RecordVentilation = Issued & { readonly type: 'RecordVentilation'; readonly ventilation: Ventilation }
export type SignInGuardian = Issued & { readonly type: 'SignInGuardian'; readonly signIn: GuardianSignIn }
export type EndGuardianDuty = Issued & { readonly type: 'EndGuardianDuty'; readonly guardian: PersonId }
/** A transition found by the server from positions and heartbeats. */
export type RecordPresence = Issued & {
  readonly type: 'RecordPresence'
  readonly guardian: PersonId
  readonly state: 'inside' | 'outside' | 'silent'
  readonly position?: Position
}
export type StartWork = Issued & { readonly type: 'StartWork'; readonly signature: Signature }
export type ResumeWork = Issued & { readonly type: 'ResumeWork'; readonly signature: Signature }
export type RecordSnapshot = Issued & { readonly type: 'RecordSnapshot'; readonly snapshot: Snapshot }
export type RecordPassage = Issued & { readonly type: 'RecordPassage'; readonly passage: Passage }
export type FinishWork = Issued & { readonly type: 'FinishWork' }
export type RecordFireWatch = Issued & { readonly type: 'RecordFireWatch'; readonly isCalm: boolean }
export type RecordResidue = Issued & { readonly type: 'RecordResidue'; readonly pictures: readonly EvidenceId[] }
export type SignAcceptance = Issued & {
  readonly type: 'SignAcceptance'
  readonly acceptance: string
  readonly signature: Signature
}

/** Commands that are decided: they may be refused. */
export type GuardedCommand =
  | SubmitJob
  | RecordPreparation
  | ConfirmMeasure
  | SignBriefing
  | ApprovingCommand
  | RecordGasTest
  | RecordVentilation
  | SignInGuardian
  | EndGuardianDuty
  | RecordPresence
  | StartWork
  | ResumeWork
  | RecordSnapshot
  | RecordPassage
  | FinishWork
  | RecordFireWatch
  | RecordResidue
  | SignAcceptance
  | WitnessCheck
  | CloseAlarm
  | ChangeCommand
  | OpenContingency
  | CloseContingency
  | SettleDebt
  | EnterPaperTicket
  | KeepRecording
  | ForeseeRest

export type CommandType = GuardedCommand['type']

/** Never refused, from anyone, signed in or not, in any state. */
export type StopWork = {
  readonly type: 'StopWork'
  readonly by: PersonId | null
  readonly occurredAt: EpochMs
  readonly reason: StopReason
  readonly note: string
  readonly device?: string
  readonly position?: Position
}
