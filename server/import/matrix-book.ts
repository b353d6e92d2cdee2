import type { MatrixEntry } from '#core/people/ledger/entry.ts'
import { problem, type Place } from '#core/people/ledger/problems.ts'
import type { Tx } from '../store/database.ts'
import type { Judged } from './judge-rows.ts'

/** The position × operation × level matrix of the plant; small enough to be known as a whole. */
export type MatrixBook = {
  readonly lookUp: (isNeeded: boolean) => Promise<void>
  readonly judge: (entry: MatrixEntry, where: Place, isForced: boolean) => Judged
}

type Known = { readonly level: string | null; readonly where: Place; readonly isOfThisImport: boolean }

export const createMatrixBook = (tx: Tx): MatrixBook => {
  let known: Map<string, Known> | undefined
  const keyOf = (position: string, operation: string): string => `${position}\0${operation}`
  return {
    lookUp: async (isNeeded) => {
      if (!isNeeded || known) return
      const { rows } = await tx.query<{ position: string; operation: string; level: string }>(
        'select position_id as position, operation_id as operation, level_id as level from matrix_rows where plant_id = $1',
        [tx.plantId],
      )
      known = new Map(
        rows.map(({ position, operation, level }) => [
          keyOf(position, operation),
          { level, where: '', isOfThisImport: false },
        ]),
      )
    },
    judge: ({ position, levels }, where, isForced) => {
      const before = (operation: string): Known =>
        known!.get(keyOf(position, operation)) ?? { level: null, where: '', isOfThisImport: false }
      const changed = Object.entries(levels).filter(([operation, level]) => before(operation).level !== level)
      const contradicting = isForced ? [] : changed.filter(([operation]) => before(operation).isOfThisImport)
      if (contradicting.length > 0) {
        return {
          outcome: 'conflict',
          problems: contradicting.map(([operation, level]) =>
            problem('level-differs', {
              operation,
              written: level ?? '',
              known: before(operation).level ?? '',
              where: before(operation).where,
            }),
          ),
        }
      }
      for (const [operation, level] of Object.entries(levels))
        known!.set(keyOf(position, operation), { level, where, isOfThisImport: true })
      if (changed.length === 0) return { outcome: 'same', problems: [] }
      return {
        outcome: 'accepted',
        problems: [],
        action: { kind: 'put-matrix', position, levels: Object.fromEntries(changed) },
      }
    },
  }
}
