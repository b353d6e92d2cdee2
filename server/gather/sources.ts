import type { Facts, PlaceFacts } from '#core/job/facts.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { readStanding } from '../contingency/contingency-rows.ts'
import { readSourcesOf } from '../contingency/source-rows.ts'
import type { Tx } from '../store/database.ts'

/** What watches over the place, and the fallbacks that stand for what is silent there. */
export const gatherSources = async (
  tx: Tx,
  place: PlaceFacts,
  now: EpochMs,
): Promise<Pick<Facts, 'sources' | 'contingencies'>> => {
  const sources = await readSourcesOf(tx, place)
  return {
    sources,
    contingencies: await readStanding(
      tx,
      now,
      sources.map(({ id }) => id),
    ),
  }
}
