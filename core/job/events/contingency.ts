import type { Contingency } from '../../contingency/contingency.ts'
import type { DebtOutcome } from '../../contingency/debt.ts'
import type { ContingencyId, PersonId } from '../../ids.ts'
import type { EpochMs } from '../../time/epoch.ts'

type Done = { readonly occurredAt: EpochMs; readonly by: PersonId }

export type ContingencyEvent =
  | (Done & { readonly type: 'ContingencyOpened'; readonly contingency: Contingency })
  | (Done & { readonly type: 'ContingencyClosed'; readonly contingency: ContingencyId })
  | (Done & { readonly type: 'DebtSettled'; readonly debt: string; readonly outcome: DebtOutcome })
