import type {
  CategoryId,
  EmployerId,
  EquipmentId,
  EvidenceId,
  GasId,
  JobId,
  LevelId,
  OperationId,
  PersonId,
  PlaceId,
  PositionId,
} from '../ids.ts'
import type { CodeKind } from '../evidence/evidence-refusal.ts'
import type { DayKind } from '../calendar/calendar-day.ts'
import type { PlanFile } from './plan-document.ts'
import type { Delegation } from '../people/delegation.ts'
import type { BlindFacts } from '../blinds/blind.ts'
import type { NeededPoint } from '../isolation/point.ts'
import type { LabourSpan } from '../people/fatigue.ts'
import type { Contingency } from '../contingency/contingency.ts'
import type { Source } from '../contingency/source.ts'
import type { Position, Ring } from '../place/position.ts'
import type { EquipmentKind, RiskEntry } from '../risk/risk-library.ts'
import type { Weather } from '../place/weather.ts'
import type { EpochMs, IsoDate } from '../time/epoch.ts'
import type { Camera } from '../video/camera.ts'
import type { Window } from '../time/window.ts'

/**
 * All that a decision may know of the world outside the job's own history. Plain JSON, so that the phone can cache it,
 * a test can write it down and the server can keep which revision was relied on. Absent means unknown, and unknown
 * never permits. Each fact carries the `revision` under which it can be found again.
 */
export type Facts = {
  readonly now: EpochMs
  readonly timeZone: string
  /** The plant's editable calendar for the days of the work, as `calendarOf` reads it; of a day without entry the weekday decides. */
  readonly calendar?: { readonly [date: string]: DayKind }
  readonly people: { readonly [person: string]: PersonFacts }
  readonly matrix?: Matrix
  readonly place?: PlaceFacts
  readonly instruments: { readonly [equipment: string]: InstrumentFacts }
  readonly fans: { readonly [equipment: string]: FanFacts }
  readonly evidence: { readonly [evidence: string]: EvidenceFacts }
  /** Jobs whose time and surroundings touch this one. Absent when the look-up could not answer. */
  readonly neighbours?: readonly Neighbour[]
  /** What the job's people are engaged in elsewhere. Absent when the look-up could not answer. */
  readonly engagements?: readonly Engagement[]
  /** Who stands in for whom now, as far as the people of this decision are concerned. Absent when the look-up could not answer. */
  readonly delegations?: readonly Delegation[]
  readonly weather?: WeatherFacts
  /** Files that were handed in and are named by the command. */
  readonly documents?: { readonly [document: string]: PlanFile & { readonly job: string } }
  /** The plant's risk library, where a risk analysis is being recorded. */
  readonly risks?: readonly RiskEntry[]
  /** Isolation points that the job names, and those that belong to its place. Absent when the look-up could not answer. */
  readonly isolation?: readonly NeededPoint[]
  /** Evacuations that stand over the job's place. Absent when the look-up could not answer. */
  readonly evacuations?: readonly { readonly id: string; readonly since: EpochMs }[]
  /** Recent labour of the job's people; whoever is not named had none that is known. Absent when the look-up could not answer. */
  readonly labour?: { readonly [person: string]: LabourFacts }
  /** The row of the register that the application names as its blind. Absent when it names none or none is registered. */
  readonly blind?: BlindFacts
  /** When each guardian on duty was last heard from where they had to be; absent means never since the sign-in. */
  readonly heard?: { readonly [person: string]: EpochMs }
  /** Cameras that cover the job's place. Absent when the look-up could not answer. */
  readonly cameras?: readonly Camera[]
  /** What watches over the job's place by itself. Absent when the look-up could not answer; empty where nothing is installed. */
  readonly sources?: readonly Source[]
  /** Fallbacks declared for these sources. */
  readonly contingencies?: readonly Contingency[]
}

export type Revision = string

export type PersonFacts = {
  readonly employer: EmployerId
  readonly position: PositionId
  /** Approval authorities held, such as `unit-head` or `safety-department`. */
  readonly authorities: readonly string[]
  /** The unit in which they are held. */
  readonly unit: string
  readonly employment: 'active' | 'left' | 'frozen'
  /** By category, since whatever asks for a document names its category. */
  readonly credentials: { readonly [category: string]: readonly CredentialFacts[] }
  readonly medical?: MedicalFacts
  /** By the identity number, which itself stays sealed; absent where nobody has handed one in. */
  readonly birthYear?: number
  readonly revision: Revision
}

export type CredentialFacts = {
  readonly id: string
  readonly category: CategoryId
  /** Whether the document names this very person. */
  readonly holder: 'match' | 'mismatch' | 'unknown'
  readonly validFrom?: IsoDate
  /** The last valid day; `unlimited` only when the document says so. */
  readonly validThrough?: IsoDate | 'unlimited'
  readonly reviewDue?: IsoDate
  /** What the issuing authority's register said when somebody looked. */
  readonly official: 'confirmed' | 'revoked' | 'not-found' | 'unchecked'
  readonly officialCheckedOn?: IsoDate
  readonly revision: Revision
}

/** A verdict, restrictions and dates; never a diagnosis. */
export type MedicalFacts = {
  readonly verdict: 'fit' | 'restricted' | 'unfit' | 'pending'
  readonly restrictions: readonly string[]
  readonly validThrough?: IsoDate
  readonly systolicMmHg?: number
  readonly diastolicMmHg?: number
  readonly measuredOn?: IsoDate
  readonly followUpDue?: IsoDate
  readonly updatedOn: IsoDate
  readonly revision: Revision
}

/** position → operation → the highest level that somebody in this position may work at. */
export type Matrix = {
  readonly rows: { readonly [position: string]: { readonly [operation: string]: LevelId } }
  readonly revision: Revision
}

export type PlaceFacts = {
  readonly id: PlaceId
  readonly kind: 'area' | 'confined-space'
  readonly parent?: PlaceId
  readonly unit: string
  readonly zone?: 'explosive' | 'fire-risk' | 'ordinary'
  /** Equipment, pipe or tank in operation at this place. */
  readonly isInOperation?: boolean
  readonly isInMajorHazardDike?: boolean
  /** Which dike it lies in; two places of one dike have the same. */
  readonly dike?: string
  readonly isOutdoor?: boolean
  readonly isPipeRack?: boolean
  readonly atmosphere?: 'ordinary' | 'flammable' | 'toxic' | 'inert' | 'oxygen-enriched'
  readonly fence: Ring
  /** What may be in the air here. The combustible one listed first represents a mixture, unless another is stricter. */
  readonly gases?: readonly GasId[]
  /** Where a sample must be taken: upper, middle, lower in a large vessel. */
  readonly samplingPoints?: readonly string[]
  readonly pipe?: string
  /** What kind of equipment one works in, on or beside here. */
  readonly equipment?: EquipmentKind
  readonly revision: Revision
}

export type InstrumentFacts = {
  readonly id: EquipmentId
  readonly gases: readonly GasId[]
  readonly calibratedThrough?: IsoDate
  readonly revision: Revision
}

export type FanFacts = {
  readonly id: EquipmentId
  /** The space that this fan is registered to ventilate. */
  readonly ventilates: readonly PlaceId[]
  readonly state: 'in-service' | 'out-of-service'
  readonly revision: Revision
}

/** What is known of a captured picture or scan: only what came in on a capture ticket is here. */
export type EvidenceFacts = {
  readonly id: EvidenceId
  readonly job: JobId
  readonly step: string
  readonly person: PersonId
  readonly capturedAt: EpochMs
  readonly receivedAt: EpochMs
  readonly position?: Position
  /** What the printed code names that was scanned for this picture; absent where none was. */
  readonly scanned?: { readonly kind: CodeKind; readonly id: string }
  readonly reuse: 'none' | 'same' | 'near'
  /** Absent on a picture. */
  readonly medium?: 'recording'
}

export type Neighbour = {
  readonly job: JobId
  readonly operations: readonly OperationId[]
  readonly place: PlaceId
  readonly window: Window
  /** Null where one of the two places has no shape to measure by. */
  readonly distanceMetres: number | null
  /** The same place, or the one vessel that both are parts of. */
  readonly isSamePlace: boolean
  readonly pipe?: string
  /** Null when it surely lies in none; absent when nobody said. */
  readonly dike?: string | null
  readonly activities: readonly string[]
}

export type Engagement = {
  readonly job: JobId
  readonly person: PersonId
  readonly as: 'guardian' | 'worker'
  /** `present` once signed in or working; `planned` before. */
  readonly state: 'planned' | 'present'
  readonly window: Window
}

/** At least the last 72 hours before now, of all jobs including this one, and attendance where it is kept. */
export type LabourFacts = { readonly spans: readonly LabourSpan[]; readonly revision: Revision }

export type WeatherFacts = {
  readonly windForce?: number
  readonly sky?: readonly Weather[]
  readonly observedAt: EpochMs
  readonly revision: Revision
}
