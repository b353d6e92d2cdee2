import type { EquipmentId, EvidenceId, GasId, PersonId } from '../ids.ts'
import type { Position } from '../place/position.ts'
import type { EpochMs } from '../time/epoch.ts'

/** What people measure, see and count at the site: the contents of the hold points' events. */

export type GasUnit = 'percent-vol' | 'percent-lel' | 'ppm' | 'mg-per-m3'

export type GasReading = { readonly gas: GasId; readonly value: number; readonly unit: GasUnit }

export type GasTest = {
  readonly samples: readonly {
    readonly point: string
    readonly takenAt: EpochMs
    readonly readings: readonly GasReading[]
  }[]
  readonly instrument: EquipmentId
  readonly analyst: PersonId
  readonly position: Position
  readonly displayPicture: EvidenceId
  /** The reading said aloud: its recording, and the words that a recogniser or the tester wrote down of it. */
  readonly spoken?: { readonly recording: EvidenceId; readonly said: string }
}

export type Ventilation = {
  readonly fan: EquipmentId
  readonly scan: EvidenceId
  readonly runningPicture: EvidenceId
  readonly position: Position
  readonly startedAt: EpochMs
}

/** The face is never the only way: site code and PIN with a second person always works. */
export type SignInMethod =
  | { readonly kind: 'picture-on-site'; readonly picture: EvidenceId }
  | { readonly kind: 'site-code-and-pin'; readonly secondPerson: PersonId }
  | { readonly kind: 'passkey'; readonly secondPerson: PersonId }

export type GuardianSignIn = { readonly person: PersonId; readonly method: SignInMethod; readonly position: Position }

/** Where a guardian was found to be when that changed; `silent`: nothing was heard, which is unknown and alarms. */
export type PresenceState = 'inside' | 'outside' | 'silent'

export type Snapshot = {
  readonly workFace: EvidenceId
  readonly guardian: EvidenceId
  readonly position?: Position
  readonly capturedAt: EpochMs
}

/** Somebody or something going into or coming out of the place of work. */
export type Passage = {
  readonly what: { readonly person: PersonId } | { readonly tool: string; readonly count: number }
  readonly direction: 'in' | 'out'
}

/** How an act was signed: who is the event's actor; this says by which factor, over which content, and where. */
export type Signature = {
  readonly factor: 'session' | 'pin' | 'passkey'
  readonly contentHash: string
  readonly handwriting?: EvidenceId
  readonly position?: Position
}

/** Whose the measure against a hazard is: one of the parts in the job, or the unit that owns the place. */
export const hazardOwners = ['leader', 'crew', 'guardian', 'gas-analyst', 'unit'] as const
export type HazardOwner = (typeof hazardOwners)[number]

/** Which row of the plant's library, as it stood then. */
export type RiskSource = { readonly entry: string; readonly version: number }

/** A row of the risk analysis (JHA): in which step, what may happen, what follows, what is done against it and by whom. */
export type Hazard = {
  readonly step?: string
  readonly hazard: string
  readonly consequence: string
  readonly measures: string
  readonly owner?: HazardOwner
  /** Where it was taken from; what somebody thought of has none. */
  readonly from?: RiskSource
}

/** What the library proposed and nobody took over. */
export type DeclinedRisk = RiskSource & { readonly hazard: string }
