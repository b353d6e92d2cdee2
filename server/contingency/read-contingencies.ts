import type { ContingencyView, DebtView } from '#contract/contingencies.ts'
import { contingencyState } from '#core/contingency/contingency.ts'
import { isSilent } from '#core/contingency/source.ts'
import type { JobId } from '#core/ids.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { readNames } from '../views/names.ts'
import { readLatestContingencies } from './contingency-rows.ts'
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

const debtsMax = 200

const readDebts = async (tx: Tx, now: EpochMs): Promise<readonly DebtView[]> => {
  const { rows } = await tx.query<Omit<DebtView, 'isOverdue'> & { job: JobId }>(
    `select o.stream_id as job, substr(o.key, length('settle-debt.') + 1) as debt, j.content, p.name as place,
       o.opens_at as "madeAt", o.due_at as "dueAt", o.met_at as "settledAt"
     from obligations o
     join jobs j on j.plant_id = o.plant_id and j.job_id = o.stream_id
     join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     where o.plant_id = $1 and o.kind = 'settle-debt'
     order by o.met_at is not null, o.due_at limit ${debtsMax}`,
    [tx.plantId],
  )
  return rows.map((row) => ({ ...row, isOverdue: row.settledAt === null && row.dueAt < now }))
}
