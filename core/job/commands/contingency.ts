import type { Contingency } from '../../contingency/contingency.ts'
import type { PointReading } from '../../contingency/debt.ts'
import type { ContingencyId } from '../../ids.ts'
import type { Issued } from '../commands.ts'

/** Told to every job in the source's area by the server, after somebody with the right has declared or ended it. */
export type OpenContingency = Issued & { readonly type: 'OpenContingency'; readonly contingency: Contingency }
export type CloseContingency = Issued & { readonly type: 'CloseContingency'; readonly contingency: ContingencyId }

export type SettleDebt = Issued & {
  readonly type: 'SettleDebt'
  readonly debt: string
  /** Either what the source shows for that time, or why there is nothing to compare with. */
  readonly outcome:
    | { readonly kind: 'compared'; readonly readings: readonly PointReading[] }
    | { readonly kind: 'explained'; readonly reason: string }
}
