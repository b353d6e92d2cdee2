import type { Grounds, Limit, Text } from './grounds.ts'
import type { Demand } from './rulebook.ts'

export type HoldPointKind = 'gas-test' | 'ventilation' | 'guardian-sign-in' | 'snapshot' | 'close-out'

/** The order in which hold points open; the next opens only when the former is met. */
export const holdPointOrder: readonly HoldPointKind[] = [
  'gas-test',
  'ventilation',
  'guardian-sign-in',
  'snapshot',
  'close-out',
]

/**
 * A step that work may not pass until it has been witnessed. Every operation speaks about all five: `applies: false` is
 * the rulebook's word with its reason, never the user's choice.
 */
export type HoldPoint =
  | HoldPointNotApplicable
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

export type GasTestPoint = {
  readonly kind: 'gas-test'
  readonly applies: true
  readonly name: Text
  readonly requires: readonly Demand[]
  /** A reading has to be recorded at least this often during work. */
  readonly recordEveryMinutes?: Limit
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
