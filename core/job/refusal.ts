import type {
  CategoryId,
  EquipmentId,
  EvidenceId,
  GasId,
  JobId,
  LevelId,
  MeasureId,
  OperationId,
  PersonId,
  PermitId,
  PlaceId,
  PointId,
  SourceId,
  StepId,
} from '../ids.ts'
import type { BlindState } from '../blinds/blind.ts'
import type { HoldPointKind } from '../rulebook/hold-point.ts'
import type { EpochMs, IsoDate, TimeOfDay } from '../time/epoch.ts'
import type { Weather } from '../place/weather.ts'
import type { Ending, PeopleChange } from './changes.ts'
import type { JobStatus, StopReason } from './job.ts'
import type { GasUnit } from './site-records.ts'

/** What can be wrong, each with what one must know to put it right. Words are in `core/messages`. */
export type RefusalParams = {
  // people
  'person-unknown': { person: PersonId }
  'person-not-employed': { person: PersonId; employment: 'left' | 'frozen' }
  'credential-missing': { person: PersonId; category: CategoryId }
  'credential-expired': { person: PersonId; category: CategoryId; validThrough: IsoDate; neededThrough: IsoDate }
  'credential-not-yet-valid': { person: PersonId; category: CategoryId; validFrom: IsoDate }
  'credential-validity-unknown': { person: PersonId; category: CategoryId }
  'credential-review-overdue': { person: PersonId; category: CategoryId; reviewDue: IsoDate }
  'credential-holder-mismatch': { person: PersonId; category: CategoryId }
  'credential-not-confirmed': {
    person: PersonId
    category: CategoryId
    official: 'revoked' | 'not-found' | 'unchecked'
  }
  'credential-check-stale': { person: PersonId; category: CategoryId; checkedOn: IsoDate; ageDaysMax: number }
  'training-missing': { person: PersonId; category: CategoryId }
  'training-expired': { person: PersonId; category: CategoryId; validThrough: IsoDate; neededThrough: IsoDate }
  'medical-missing': { person: PersonId }
  'medical-unfit': { person: PersonId; verdict: 'unfit' | 'pending' }
  'medical-restricted': { person: PersonId; restriction: string }
  'medical-expired': { person: PersonId; validThrough: IsoDate; neededThrough: IsoDate }
  'blood-pressure-too-high': {
    person: PersonId
    systolicMmHg: number
    diastolicMmHg: number
    systolicMmHgMax: number
    diastolicMmHgMax: number
  }
  'blood-pressure-unknown': { person: PersonId }
  'medical-follow-up-stale': { person: PersonId; followUpDue: IsoDate; staleDaysMax: number }
  'position-not-allowed': { person: PersonId; operation: OperationId; level: LevelId; allowed: LevelId | null }
  'matrix-unknown': Record<never, never>
  'people-too-few': { role: 'crew' | 'guardian' | 'gas-analyst'; count: number; countMin: number }
  'duty-missing': { person: PersonId; operation: OperationId }
  'guardian-is-worker': { person: PersonId }
  'guardian-guards-elsewhere': { person: PersonId; job: JobId }
  'worker-works-elsewhere': { person: PersonId; job: JobId }
  'engagements-unknown': Record<never, never>
  'labour-unknown': { person: PersonId }
  'rest-needed': {
    person: PersonId
    measure: 'duty-hours' | 'rest-hours' | 'nights' | 'heavy-hours'
    value: number
    limit: number
    /** After a full rest from the last known labour on. */
    restedAt: EpochMs
  }
  'own-work': { person: PersonId }
  'factor-not-proven': { factor: 'pin' }
  'authority-missing': { person: PersonId; step: StepId; authority: string }
  'not-this-role': { person: PersonId; role: 'leader' | 'guardian' | 'gas-analyst' | 'crew' | 'applicant' }
  // place and time
  'place-unknown': { place: PlaceId }
  'level-unknown': { operation: OperationId; fact: string }
  'condition-unknown': { operation: OperationId; fact: string }
  'urgent-reason-missing': Record<never, never>
  'window-backwards': { from: EpochMs; to: EpochMs }
  'window-in-the-past': { to: EpochMs }
  'window-too-long': { operation: OperationId; level: LevelId; hours: number; hoursMax: number }
  'outside-window': { from: EpochMs; to: EpochMs }
  'field-missing': { operation: OperationId; field: string }
  'field-out-of-range': { operation: OperationId; field: string; min: number; max: number }
  'field-unreadable': { operation: OperationId; field: string }
  'operation-unknown': { operation: OperationId }
  'level-below-derived': { operation: OperationId; level: LevelId; derived: LevelId }
  /** `upgradedBy`: what raises it now and did not when it was applied for; empty where the place itself asks for more. */
  'level-outdated': { operation: OperationId; level: LevelId; derived: LevelId; upgradedBy: readonly string[] }
  'answer-out-of-bounds': {
    operation: OperationId
    field: string
    value: number
    min: number | null
    max: number | null
  }
  'answer-forbids': { operation: OperationId; field: string }
  'outside-daily-hours': { from: TimeOfDay; to: TimeOfDay }
  'pipe-unknown': { place: PlaceId }
  'neighbours-unknown': Record<never, never>
  'neighbour-conflicts': {
    job: JobId
    operation: OperationId
    distanceMetres: number
    metresMax: number | null
    conflict: string
  }
  'activity-conflicts': { operation: OperationId; other: OperationId; field: string; activity: string }
  'neighbour-distance-unknown': { job: JobId; operation: OperationId; metresMax: number }
  'cross-work-undeclared': { job: JobId }
  'fall-line-shared': { job: JobId }
  'blind-unknown': { blind: string }
  'blind-of-another-place': { blind: string; place: PlaceId }
  'blind-in-wrong-state': { blind: string; state: BlindState }
  'weather-unknown': Record<never, never>
  'weather-stale': { ageMinutes: number; ageMinutesMax: number }
  'weather-forbids': { weather: Weather }
  'wind-too-strong': { windForce: number; windForceMax: number }
  'happened-in-the-future': { aheadSeconds: number }
  'position-uncertain': { accuracyMetres: number; distanceMetres: number; metresMax: number }
  'position-outside': { distanceMetres: number; metresMax: number }
  'position-missing': Record<never, never>
  // preparation
  'preparation-missing': { operation: OperationId; preparation: string }
  'preparation-incomplete': { operation: OperationId; preparation: string; item: string }
  'plan-not-uploaded': { operation: OperationId; preparation: string }
  'plan-not-approved-yet': { operation: OperationId; preparation: string; approvedOn: IsoDate }
  'plan-document-unknown': { operation: OperationId; preparation: string }
  'measure-unconfirmed': { operation: OperationId; measure: MeasureId }
  'measure-not-optional': { operation: OperationId; measure: MeasureId }
  'measure-unknown': { operation: OperationId; measure: MeasureId }
  'briefing-unsigned': { person: PersonId }
  'briefer-missing': Record<never, never>
  'approval-missing': { permit: PermitId; step: StepId }
  'approval-not-its-turn': { step: StepId; waitsFor: StepId }
  'approval-done-already': { step: StepId }
  'job-returned': { by: PersonId; reason: string }
  'nothing-to-answer': Record<never, never>
  'reason-missing': Record<never, never>
  'step-not-earlier': { step: StepId }
  'signed-after': { step: StepId; by: PersonId }
  'approval-of-another': { step: StepId; person: PersonId }
  'signer-added-already': { step: StepId; person: PersonId }
  'signer-lacks-authority': { person: PersonId; authorities: readonly string[] }
  // standing in
  'delegations-unknown': Record<never, never>
  'delegation-missing': { person: PersonId; onBehalfOf: PersonId; authority: string }
  'delegate-lacks-authority': { person: PersonId; authority: string }
  'delegator-lacks-authority': { person: PersonId; authority: string }
  'delegation-cycle': { person: PersonId; delegate: PersonId }
  'delegation-too-long': { days: number; daysMax: number }
  'delegation-backwards': { from: EpochMs; to: EpochMs }
  'linked-permit-missing': { operation: OperationId }
  // gas
  'gas-of-place-missing': { place: PlaceId; gas: GasId }
  'gas-sample-missing': { gas: GasId; point: string }
  'gas-sample-stale': { gas: GasId; point: string; ageMinutes: number; ageMinutesMax: number }
  'gas-sample-future': { gas: GasId; point: string }
  'gas-out-of-limits': { gas: GasId; point: string; value: number; min: number | null; max: number; unit: GasUnit }
  'gas-unknown': { gas: GasId }
  'gas-value-impossible': { gas: GasId; value: number; unit: GasUnit }
  'gas-unit-unfit': { gas: GasId; unit: GasUnit }
  'gases-of-place-unknown': { place: PlaceId }
  'gas-test-after-break': { breakMinutes: number; breakMinutesMax: number }
  'gas-test-of-day-missing': { date: IsoDate }
  'instrument-unknown': { instrument: EquipmentId }
  'instrument-out-of-calibration': { instrument: EquipmentId; calibratedThrough: IsoDate | null }
  'instrument-cannot-measure': { instrument: EquipmentId; gas: GasId }
  // contingencies
  'sources-unknown': Record<never, never>
  'source-unknown': { source: SourceId }
  'source-silent': { source: SourceId; since: EpochMs | null }
  'source-not-silent': { source: SourceId; heardAt: EpochMs }
  'spoken-reading-missing': { source: SourceId }
  'contingency-unknown': { mode: string }
  'contingency-right-missing': { person: PersonId; authority: string }
  'contingency-stands': { source: SourceId; until: EpochMs }
  'contingency-over': { until: EpochMs }
  'contingency-too-long': { hours: number; hoursMax: number }
  'debt-unknown': { debt: string }
  'debt-settled-already': { debt: string }
  'debt-not-comparable': { debt: string }
  'own-debt': { person: PersonId }
  'supervisor-missing': { person: PersonId; authority: string }
  'comparison-missing': { gas: GasId; point: string }
  // film
  'cameras-unknown': Record<never, never>
  'camera-missing': { place: PlaceId }
  'camera-faulty': { camera: EquipmentId; since: EpochMs }
  'camera-unfit': { camera: EquipmentId; rating: string | null }
  'camera-silent': { camera: EquipmentId; since: EpochMs | null }
  // ventilation
  'fan-unknown': { fan: EquipmentId }
  'fan-out-of-service': { fan: EquipmentId }
  'fan-not-scanned': { fan: EquipmentId }
  'fan-scanned-is-another': { fan: EquipmentId; scanned: EquipmentId }
  'fan-of-another-space': { fan: EquipmentId; place: PlaceId }
  'ventilation-missing': Record<never, never>
  // presence
  'guardian-not-signed-in': { person: PersonId }
  'guardian-outside': { person: PersonId; since: EpochMs }
  'guardian-silent': { person: PersonId; since: EpochMs }
  'second-person-missing': { person: PersonId }
  // isolation
  'isolation-unknown': Record<never, never>
  'point-not-isolated': { point: PointId }
  'point-not-tried-out': { point: PointId }
  'point-still-live': { point: PointId }
  'point-isolated-already': { point: PointId }
  'point-relied-on': { point: PointId; job: JobId; status: JobStatus }
  'point-key-elsewhere': { point: PointId; person: PersonId }
  'point-witness-is-same': { point: PointId; person: PersonId }
  // evidence
  'evidence-missing': { evidence: EvidenceId | null; step: string }
  'evidence-not-a-picture': { evidence: EvidenceId }
  'evidence-not-a-recording': { evidence: EvidenceId }
  'evidence-of-another-job': { evidence: EvidenceId }
  'evidence-of-another-person': { evidence: EvidenceId; person: PersonId }
  'evidence-of-another-step': { evidence: EvidenceId; step: string; expected: string }
  /** When it was cited; null where it stands twice in this very record. */
  'evidence-cited-before': { evidence: EvidenceId; citedAt: EpochMs | null }
  'evidence-taken-elsewhere': { evidence: EvidenceId; distanceMetres: number; metresMax: number }
  /** Null where the picture carries no position at all. */
  'evidence-place-unknown': { evidence: EvidenceId; accuracyMetres: number | null }
  'snapshot-time-differs': { capturedAt: EpochMs; takenAt: EpochMs }
  'snapshot-pictures-apart': { minutes: number; minutesMax: number }
  'evidence-reused': { evidence: EvidenceId; reuse: 'same' | 'near' }
  // the job's course
  'job-in-wrong-state': { status: JobStatus; needed: readonly JobStatus[] }
  'hold-point-not-open': { holdPoint: HoldPointKind; waitsFor: HoldPointKind }
  'hold-point-not-applicable': { holdPoint: HoldPointKind }
  'check-unwitnessed': { operation: OperationId; check: string }
  'check-before-break': { operation: OperationId; check: string; breakMinutesMax: number }
  'evacuations-unknown': Record<never, never>
  'evacuation-stands': { since: EpochMs }
  'gas-test-after-evacuation': { since: EpochMs }
  'stop-stands': { since: EpochMs; reason: StopReason }
  'people-still-inside': { people: readonly PersonId[] }
  'tools-unaccounted': { tool: string; in: number; out: number }
  'people-not-counted': Record<never, never>
  'residue-pictures-missing': { count: number; countMin: number }
  'fire-watch-running': { minutesLeft: number; minutesMin: number }
  'fire-watch-missing': { minutesMin: number }
  'acceptance-unknown': { acceptance: string }
  'acceptance-done-already': { acceptance: string }
  'step-unknown': { step: StepId }
  'permit-unknown': { permit: PermitId }
  /** Both empty where the plant's own current edition cannot be read. */
  'rulebook-edition-unknown': { rulebook: string; edition: string }
  // changes
  'change-not-foreseen': { change: PeopleChange['role'] | Ending }
  'may-not-agree': { person: PersonId; authority: string }
  'nothing-asked': Record<never, never>
  'takes-part-already': { person: PersonId }
  'ending-undecided': { ending: Ending; since: EpochMs }
}

export type RefusalCode = keyof RefusalParams

/** Who can put it right. */
export type Owner =
  | 'applicant'
  | 'leader'
  | 'guardian'
  | 'gas-analyst'
  | 'approver'
  | 'training'
  | 'medical'
  | 'personnel'
  | 'safety'
  | 'equipment'
  | 'place-unit'

/** The next step this takes. The screen offers the ones that the reader may take, and names the owner of the others. */
export type Remedy =
  | 'swap-person'
  | 'add-person'
  | 'request-training'
  | 'renew-credential'
  | 'check-credential'
  | 'correct-record'
  | 'send-to-medical'
  | 'change-window'
  | 'change-place'
  | 'complete-form'
  | 'complete-place'
  | 'split-job'
  | 'agree-with-neighbour'
  | 'wait-for-weather'
  | 'record-weather'
  | 'go-to-site'
  | 'prepare'
  | 'confirm-measure'
  | 'sign-briefing'
  | 'ask-approver'
  | 'sign-with-pin'
  | 'test-gas'
  | 'ventilate'
  | 'witness-check'
  | 'change-instrument'
  | 'change-fan'
  | 'sign-in-guardian'
  | 'call-guardian'
  | 'capture-anew'
  | 'register-blind'
  | 'isolate-point'
  | 'try-out-point'
  | 'close-other-job'
  | 'ask-key-holder'
  | 'resume-work'
  | 'finish-step-before'
  | 'count-people'
  | 'count-tools'
  | 'picture-residue'
  | 'watch-fire'
  | 'check-clock'
  | 'new-job'
  | 'publish-rulebook'
  | 'answer-return'
  | 'change-delegation'
  | 'declare-contingency'
  | 'compare-again'
  | 'call-off-evacuation'
  | 'register-camera'
  | 'mend-camera'

/** The fact that is wrong, before it is known which demand of the rulebook asked for it. */
export type Problem = { [C in RefusalCode]: { readonly code: C; readonly params: RefusalParams[C] } }[RefusalCode]

/**
 * A "no" that somebody can act on. `clause` or `source` says why it is asked; owner and remedies follow from the code,
 * see `remedies.ts`.
 */
export type Refusal = Problem & {
  readonly clause: string | null
  readonly source: 'standard' | 'enterprise' | 'product'
  readonly operation?: OperationId
}
