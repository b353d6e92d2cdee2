import type { ContingencyId, PersonId, SourceId } from '../ids.ts'
import type { ContingencyMode, Fallback } from '../rulebook/contingency-mode.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'

/** A fallback that a named person has opened for a limited time because a source is silent. */
export type Contingency = {
  readonly id: ContingencyId
  /** The rulebook's mode. */
  readonly mode: string
  readonly source: SourceId
  readonly declaredBy: PersonId
  readonly openedAt: EpochMs
  readonly until: EpochMs
  readonly endedAt: EpochMs | null
}

export type ContingencyState = 'open' | 'ended' | 'expired'

/** Nobody has to close it: past its time it is no longer open, whether or not anything ticks. */
export const contingencyState = ({ until, endedAt }: Contingency, now: EpochMs): ContingencyState => {
  if (endedAt !== null && endedAt <= now) return 'ended'
  return now < until ? 'open' : 'expired'
}

export const modeOf = ({ contingencies }: Rulebook, mode: string): ContingencyMode | undefined =>
  contingencies?.find(({ id }) => id === mode)

/** Those open at this moment that put something else in the place of what is asked. */
export const openFallbacks = (
  contingencies: readonly Contingency[] | undefined,
  fallback: Fallback,
  rulebook: Rulebook,
  now: EpochMs,
): readonly Contingency[] =>
  (contingencies ?? []).filter(
    (one) =>
      one.openedAt <= now &&
      contingencyState(one, now) === 'open' &&
      modeOf(rulebook, one.mode)?.fulfils.includes(fallback),
  )
