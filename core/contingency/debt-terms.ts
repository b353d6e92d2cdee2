import type { DebtTerms } from '../rulebook/contingency-mode.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addHours, type EpochMs } from '../time/epoch.ts'
import { modeOf } from './contingency.ts'
import type { Debt } from './debt.ts'

/** Who settles a debt, by when, and whom it goes up to when nobody did. */
export type DebtOwners = {
  readonly by: string
  readonly escalateTo: string | null
  readonly dueAt: EpochMs
}

/** A ticket written while Holdpoint was down is checked within a day; no standard names a number, so it is the product's own. */
const paperDueHours = 24
const paperAuthority = 'safety-department'

/** What its mode says of a debt; a paper ticket has none, and a mode that the rulebook no longer knows has none either. */
export const debtTerms = (debt: Debt, rulebook: Rulebook): DebtTerms | undefined =>
  debt.kind === 'spoken-reading' ? modeOf(rulebook, debt.mode)?.debt : undefined

/** A debt whose mode its rulebook no longer knows is due at once. */
export const debtOwners = (debt: Debt, rulebook: Rulebook): DebtOwners => {
  const terms = debtTerms(debt, rulebook)
  const dueHours = debt.kind === 'paper-ticket' ? paperDueHours : (terms?.dueHours.value ?? 0)
  return {
    by: terms?.by.authority ?? paperAuthority,
    escalateTo: terms?.escalateTo.authority ?? null,
    dueAt: addHours(debt.at, dueHours),
  }
}

/** Which rights settle this debt at this moment: once it is overdue also that of whoever it went up to. */
export const authoritiesToSettle = ({ by, escalateTo, dueAt }: DebtOwners, now: EpochMs): readonly string[] =>
  escalateTo !== null && dueAt < now ? [by, escalateTo] : [by]
