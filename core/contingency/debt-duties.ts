import type { JobRecord } from '../job/job.ts'
import type { Obligation } from '../job/obligations.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addHours } from '../time/epoch.ts'
import { modeOf } from './contingency.ts'

/** A ticket written while Holdpoint was down is checked within a day; no standard names a number, so it is the product's own. */
const paperDueHours = 24
const paperAuthority = 'safety-department'

/** Who has to settle what was done by fallback, by when. A mode that its rulebook no longer knows is due at once. */
export const debtDuties = (record: JobRecord, rulebook: Rulebook): readonly Obligation[] =>
  record.debts.map((debt): Obligation => {
    const terms = debt.kind === 'spoken-reading' ? modeOf(rulebook, debt.mode)?.debt : undefined
    const dueHours = debt.kind === 'paper-ticket' ? paperDueHours : (terms?.dueHours.value ?? 0)
    const dueAt = addHours(debt.at, dueHours)
    return {
      key: `settle-debt.${debt.key}`,
      kind: 'settle-debt',
      assignee: { authority: terms?.by.authority ?? paperAuthority, of: 'plant' },
      ...(terms ? { escalateTo: { authority: terms.escalateTo.authority, of: 'plant' as const } } : {}),
      opensAt: debt.at,
      dueAt,
      lateAt: dueAt,
      met: debt.settled && { at: debt.settled.at, by: debt.settled.by },
      lapsedAt: null,
    }
  })
