import { toComparable } from '../identity/plain-text.ts'
import type { LedgerKind } from './fields.ts'

const kindWords: { readonly [K in LedgerKind]: readonly string[] } = {
  people: ['花名册', '员工', '人员名册', '职工', 'roster', 'staff', 'employees'],
  'contractor-people': ['承包商', '外来施工', '外委', '施工单位', 'contractor'],
  'special-operation': ['特种作业', '操作证', '作业证', 'special operation'],
  'special-equipment': ['特种设备', 'special equipment'],
  medical: ['体检', '职业健康', 'medical', 'health'],
  training: ['培训', '教育', 'training'],
  matrix: ['矩阵', '岗位作业', 'matrix'],
}

/** Added to a kind whose word stands in the sheet's name or title; the file's name counts for less, as it covers other sheets too. */
const bonus = { ofSheet: 1.2, ofFile: 0.6 } as const

export const guessKindByWords = (fileName: string, sheetNames: readonly string[]): ReadonlyMap<LedgerKind, number> => {
  const [file, sheet] = [toComparable(fileName), sheetNames.map(toComparable).join('|')]
  const scores = new Map<LedgerKind, number>()
  for (const [kind, words] of Object.entries(kindWords) as [LedgerKind, readonly string[]][]) {
    const isIn = (text: string): boolean => words.some((word) => text.includes(toComparable(word)))
    scores.set(kind, (isIn(sheet) ? bonus.ofSheet : 0) + (isIn(file) ? bonus.ofFile : 0))
  }
  return scores
}
