import type { ContingencyId, EvidenceId, MeasureId, OperationId, PersonId } from '../ids.ts'
import type { Position } from '../place/position.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { Application } from './application.ts'
import type { CommandType, PreparationContent } from './commands.ts'
import type { AlarmClosed } from './events/alarms.ts'
import type { ApprovingEvent } from './events/approving.ts'
import type { ChangeEvent } from './events/changes.ts'
import type { CheckWitnessed } from './events/check-witnessed.ts'
import type { ContingencyEvent } from './events/contingency.ts'
import type { PaperTicketEntered } from './events/paper-ticket.ts'
import type { RestsForeseen } from './events/rest.ts'
import type { RecordingKept } from './events/video.ts'
import type { Permit, Pin, StopReason } from './job.ts'
import type { Refusal } from './refusal.ts'
import type {
  GasTest,
  GuardianSignIn,
  Passage,
  PresenceState,
  Signature,
  Snapshot,
  Ventilation,
} from './site-records.ts'

/** When it happened at the site, and who did it; `null` is the system or an unnamed person. */
type Happened = { readonly occurredAt: EpochMs; readonly by: PersonId | null }
export type Done = { readonly occurredAt: EpochMs; readonly by: PersonId }

/** Facts in the business's words. Append-only; a correction is a new event. People are ids, never names. */
export type JobEvent =
  | (Done & {
      readonly type: 'JobSubmitted'
      readonly application: Application
      readonly permits: readonly Permit[]
      readonly rulebook: Pin
    })
  /** A gate said no. Kept, because what was intercepted is a figure, an alarm and the reason for what follows. */
  | (Done & {
      readonly type: 'CommandRefused'
      readonly command: CommandType
      readonly refusals: readonly Refusal[]
      readonly application?: Application
    })
  | (Done & {
      readonly type: 'PreparationRecorded'
      readonly operation: OperationId
      readonly preparation: string
      readonly content: PreparationContent
    })
  | (Done & {
      readonly type: 'MeasureConfirmed'
      readonly operation: OperationId
      readonly measure: MeasureId
      readonly isInvolved: boolean
      readonly detail: string
    })
  | (Done & { readonly type: 'BriefingSigned'; readonly as: 'briefer' | 'briefed'; readonly signature: Signature })
  | ApprovingEvent
  | (Done & {
      readonly type: 'GasTested'
      readonly test: GasTest
      readonly isWithinLimits: boolean
      /** By which fallback it stands, where one was open and the reading was spoken. */
      readonly contingency?: { readonly id: ContingencyId; readonly mode: string }
    })
  | (Done & { readonly type: 'VentilationRecorded'; readonly ventilation: Ventilation })
  | CheckWitnessed
  | (Done & { readonly type: 'GuardianSignedIn'; readonly signIn: GuardianSignIn })
  | (Done & { readonly type: 'GuardianDutyEnded'; readonly guardian: PersonId })
  | (Happened & {
      readonly type: 'GuardianPresenceChanged'
      readonly guardian: PersonId
      readonly state: PresenceState
      readonly position?: Position
    })
  | (Done & { readonly type: 'WorkStarted'; readonly signature: Signature })
  | (Happened & {
      readonly type: 'WorkStopped'
      readonly reason: StopReason
      readonly note: string
      readonly device?: string
      readonly position?: Position
    })
  | (Done & { readonly type: 'WorkResumed'; readonly signature: Signature })
  | (Done & {
      readonly type: 'SnapshotTaken'
      readonly snapshot: Snapshot
      /** Its pictures do not say well enough where they were taken; absent where they do, and where nobody asked yet. */
      readonly placing?: 'unclear'
    })
  | (Done & { readonly type: 'PassageRecorded'; readonly passage: Passage })
  | (Done & { readonly type: 'WorkFinished' })
  | (Done & { readonly type: 'FireWatchRecorded'; readonly isCalm: boolean })
  | (Done & { readonly type: 'ResidueRecorded'; readonly pictures: readonly EvidenceId[] })
  | (Done & { readonly type: 'AcceptanceSigned'; readonly acceptance: string; readonly signature: Signature })
  | (Done & { readonly type: 'JobClosed' })
  | AlarmClosed
  | ChangeEvent
  | ContingencyEvent
  | PaperTicketEntered
  | RecordingKept
  | RestsForeseen

export type JobEventType = JobEvent['type']
