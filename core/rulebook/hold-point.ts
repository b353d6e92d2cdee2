import type { LevelId } from '../ids.ts'
import type { Grounds, Limit, Text } from './grounds.ts'
import type { Demand } from './rulebook.ts'

export type HoldPointKind =
  | 'witnessed-check'
  | 'gas-test'
  | 'ventilation'
  | 'guardian-sign-in'
  | 'snapshot'
  | 'close-out'

/** The order in which hold points open; the next opens only when the former is met. */
export const holdPointOrder: readonly HoldPointKind[] = [
  'witnessed-check',
  'gas-test',
  'ventilation',
  'guardian-sign-in',
  'snapshot',
  'close-out',
]

/**
 * A step that work may not pass until it has been witnessed. Every operation speaks about five of them: `applies: false` is
 * the rulebook's word with its reason, never the user's choice. Checks of its own stand only where an operation has some.
 */
export type HoldPoint =
  | HoldPointNotApplicable
  | WitnessedCheckPoint
  | GasTestPoint
  | VentilationPoint
  | GuardianPoint
  | SnapshotPoint
  | CloseOutPoint

export type HoldPointNotApplicable = {
  readonly kind: HoldPointKind
  readonly applies: false
  readonly name: Text
} & Grounds

/** What somebody has to go and see before the work, each with its picture: a line earthed, a scaffold tagged, a crane tried. */
export type WitnessedCheckPoint = {
  readonly kind: 'witnessed-check'
  readonly applies: true
  readonly name: Text
  readonly requires: readonly Demand[]
  readonly checks: readonly WitnessedCheck[]
} & Grounds

export type WitnessedCheck = {
  readonly id: string
  readonly name: Text
  readonly by: 'leader' | 'guardian'
} & Grounds

export type GasTestPoint = {
  readonly kind: 'gas-test'
  readonly applies: true
  readonly name: Text
  readonly requires: readonly Demand[]
  /** A reading has to be recorded at least this often during work; at some levels only where they are named. */
  readonly recordEveryMinutes?: Limit & { readonly levels?: readonly LevelId[] }
  /** Work that lasts several days is tested anew on each day. */
  readonly daily?: Grounds
} & Grounds

export type VentilationPoint = {
  readonly kind: 'ventilation'
  readonly applies: true
  readonly name: Text
  readonly requires: readonly Demand[]
} & Grounds

export type GuardianPoint = {
  readonly kind: 'guardian-sign-in'
  readonly applies: true
  readonly name: Text
  readonly requires: readonly Demand[]
  readonly fenceMetresMax: Limit
  readonly silentMinutesMax: Limit
  /** Whether leaving the fence suspends the work by itself, beyond raising the alarm. */
  readonly suspendsWhenLeft: boolean
} & Grounds

export type SnapshotPoint = {
  readonly kind: 'snapshot'
  readonly applies: true
  readonly name: Text
  readonly everyMinutes: Limit
  readonly toleranceMinutes: Limit
  readonly pictures: readonly ('work-face' | 'guardian')[]
} & Grounds

export type CloseOutPoint = {
  readonly kind: 'close-out'
  readonly applies: true
  readonly name: Text
  readonly requires: readonly Demand[]
  /** How long somebody watches for embers after the work (post-work fire watch); 0 where nothing burns. */
  readonly fireWatchMinutes: Limit
  readonly residuePicturesMin: Limit
} & Grounds
