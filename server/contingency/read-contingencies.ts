import type { ContingencyView } from '#contract/contingencies.ts'
import { contingencyState } from '#core/contingency/contingency.ts'
import { isSilent } from '#core/contingency/source.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { readNames } from '../views/names.ts'
import { readLatestContingencies } from './contingency-rows.ts'
import { readDebts } from './read-debts.ts'
import { readSources } from './source-rows.ts'

/** What is heard, what stands in for it, and what is owed for it; silence and overdue are derived at this moment. */
export const readContingencies = async (tx: Tx, rulebook: Rulebook, now: EpochMs): Promise<ContingencyView> => {
  const modes = rulebook.contingencies ?? []
  const contingencies = await readLatestContingencies(tx)
  const sources = await readSources(tx)
  return {
    now,
    sources: sources.map(({ id, kind, lastHeardAt, name }) => {
      const fit = modes.filter(({ silentSource }) => silentSource === kind)
      const minutes = Math.min(...fit.map(({ silentMinutesMin }) => silentMinutesMin.value))
      return {
        id,
        kind,
        lastHeardAt,
        name,
        modes: fit.map((mode) => mode.id),
        isSilent: isSilent({ id, kind, lastHeardAt }, minutes, now),
      }
    }),
    modes,
    contingencies: contingencies.map((one) => ({ ...one, state: contingencyState(one, now) })),
    debts: await readDebts(tx, now),
    names: await readNames(tx, contingencies),
  }
}
