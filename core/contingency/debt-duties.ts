import type { JobRecord } from '../job/job.ts'
import type { Obligation } from '../job/obligations.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { debtOwners } from './debt-terms.ts'

/** Who has to settle what was done by fallback, by when, and whom it goes up to. */
export const debtDuties = (record: JobRecord, rulebook: Rulebook): readonly Obligation[] =>
  record.debts.map((debt): Obligation => {
    const { by, escalateTo, dueAt } = debtOwners(debt, rulebook)
    return {
      key: `settle-debt.${debt.key}`,
      kind: 'settle-debt',
      assignee: { authority: by, of: 'plant' },
      ...(escalateTo === null ? {} : { escalateTo: { authority: escalateTo, of: 'plant' as const } }),
      opensAt: debt.at,
      dueAt,
      lateAt: dueAt,
      met: debt.settled && { at: debt.settled.at, by: debt.settled.by },
      lapsedAt: null,
    }
  })
