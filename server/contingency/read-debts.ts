import type { DebtView } from '#contract/contingencies.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

const debtsMax = 200
/** As many names as one reads; whoever else holds the right finds the debt on the own home page. */
const holdersMax = 3

/** What is owed, overdue first and then by due time; what is settled stands below, the latest on top. */
export const readDebts = async (tx: Tx, now: EpochMs): Promise<readonly DebtView[]> => {
  const { rows } = await tx.query<Omit<DebtView, 'isOverdue'>>(
    `select o.stream_id as job, substr(o.key, length('settle-debt.') + 1) as debt, j.content, p.name as place,
       o.opens_at as "madeAt", o.due_at as "dueAt", t.ticket_number as ticket,
       o.assignee_authority as authority, o.escalate_authority as "escalateTo", holding.names as holders,
       o.met_at as "settledAt", settler.name as "settledBy", settling.verdict
     from obligations o
     join jobs j on j.plant_id = o.plant_id and j.job_id = o.stream_id
     join places p on p.plant_id = j.plant_id and p.place_id = j.place_id
     left join emergency_tickets t on t.plant_id = o.plant_id and t.job_id = o.stream_id
     left join people settler on settler.plant_id = o.plant_id and settler.person_id = o.met_by
     cross join lateral (
       select coalesce(array_agg(name), '{}') as names from (
         select h.name from people h
         where h.plant_id = o.plant_id and h.employment = 'active' and o.assignee_authority = any(h.authorities)
         order by h.name limit ${holdersMax}
       ) first) holding
     left join lateral (
       select e.payload -> 'outcome' ->> 'verdict' as verdict from events e
       where e.plant_id = o.plant_id and e.stream_id = o.stream_id and e.type = 'DebtSettled'
         and 'settle-debt.' || (e.payload ->> 'debt') = o.key
       order by e.version limit 1) settling on true
     where o.plant_id = $1 and o.kind = 'settle-debt'
     order by o.met_at is not null, o.met_at desc, o.due_at, o.stream_id, o.key limit ${debtsMax}`,
    [tx.plantId],
  )
  return rows.map((row) => ({ ...row, isOverdue: row.settledAt === null && row.dueAt < now }))
}
