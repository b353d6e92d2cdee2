import type { ContingencyId, EvidenceId, GasId, PersonId } from '../ids.ts'
import type { GasReading } from '../job/site-records.ts'
import type { EpochMs } from '../time/epoch.ts'

/** What was done by fallback, or on paper: it stands, and is owed a check once the ordinary way is back. */
export type Debt = {
  /** Stable within the job. */
  readonly key: string
  readonly at: EpochMs
  readonly by: PersonId
  readonly settled: SettledDebt | null
} & (
  | {
      readonly kind: 'spoken-reading'
      readonly mode: string
      readonly contingency: ContingencyId
      readonly recording: EvidenceId
      readonly readings: readonly PointReading[]
    }
  | { readonly kind: 'paper-ticket'; readonly ticket: string }
)

export type PointReading = GasReading & { readonly point: string }

export type SettledDebt = { readonly at: EpochMs; readonly by: PersonId } & DebtOutcome

/** `differs` and `explained` are findings: somebody has to look why. */
export type DebtOutcome =
  | { readonly verdict: 'agrees' }
  | { readonly verdict: 'differs'; readonly differences: readonly Difference[] }
  | { readonly verdict: 'explained'; readonly reason: string }

/** In the unit of the gas's limit. */
export type Difference = {
  readonly gas: GasId
  readonly point: string
  readonly recorded: number
  readonly compared: number
  readonly tolerance: number
}
