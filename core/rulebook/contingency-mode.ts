import type { StepId } from '../ids.ts'
import type { Grounds, Limit, Text } from './grounds.ts'

/** What tells Holdpoint about the site by itself, and can fall silent. */
export type SourceKind = 'fixed-detectors' | 'gateway' | 'positioning'

/** What is witnessed by a picture of the display and a reading spoken aloud while the source is silent. Limits stay as they are. */
export type Fallback = 'air-is-watched' | 'position'

/** How work may go on for a limited time while a source is silent, and what that costs afterwards. */
export type ContingencyMode = {
  readonly id: string
  readonly name: Text
  readonly silentSource: SourceKind
  /** Not heard for this long is silent; never heard is as well. */
  readonly silentMinutesMin: Limit
  readonly hoursMax: Limit
  /** Who may declare and end it. */
  readonly by: { readonly authority: string }
  readonly fulfils: readonly Fallback[]
  /** Approval steps that get more time while it is open. */
  readonly extends: readonly ({ readonly step: StepId; readonly minutes: number } & Grounds)[]
  readonly debt: DebtTerms
} & Grounds

/** What was done by fallback is owed a comparison with the source once it is back. */
export type DebtTerms = {
  readonly dueHours: Limit
  readonly by: { readonly authority: string }
  /** Whom an overdue debt goes up to. */
  readonly escalateTo: { readonly authority: string }
  /** How far the fallback's reading may lie from the source's. */
  readonly oxygenPercent: Limit
  readonly lelPercent: Limit
  readonly toxicPercentOfLimit: Limit
}
