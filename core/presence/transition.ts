import type { PresenceState } from '../job/site-records.ts'
import { judgeFence, type Position, type Ring } from '../place/position.ts'

/** One sign of life, judged: where it places the guardian, or that it leaves a doubt. */
export type Placing = 'inside' | 'outside' | 'unclear'

/** Whoever left comes back only well inside, so that standing on the border does not stop the work again and again. */
const comeBackShare = 0.9

/**
 * Where a position places somebody who was `previous` until now. A position whose circle of doubt touches the border says
 * nothing, and neither does none at all.
 */
export const placeGuardian = (
  previous: PresenceState,
  position: Position | null,
  fence: Ring | undefined,
  metresMax: number,
): Placing => {
  if (!position || !fence) return 'unclear'
  const { verdict } = judgeFence(position, fence, metresMax)
  if (verdict !== 'inside' || previous !== 'outside') return verdict
  return judgeFence(position, fence, metresMax * comeBackShare).verdict === 'inside' ? 'inside' : 'unclear'
}

/** What has changed, if anything has. Doubt changes nothing; it only does not count as being heard. */
export const transition = (previous: PresenceState, placing: Placing): 'inside' | 'outside' | null =>
  placing === 'unclear' || placing === previous ? null : placing
