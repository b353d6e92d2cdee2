import type { MessyCell } from '../ledger-mess.ts'
import { positionNames, type PositionKey } from '../plant-structure.ts'
import { levelsAllowed } from '../position-matrix.ts'
import { blanks, type MessySheet } from './hand.ts'

/** How the printed matrix heads the columns of each operation. */
const operationColumns = [
  { zh: '动火作业', levels: ['特级', '一级', '二级'] },
  { zh: '受限空间作业', levels: [''] },
  { zh: '高处作业', levels: ['Ⅳ级', 'Ⅲ级', 'Ⅱ级', 'Ⅰ级'] },
  { zh: '吊装作业', levels: ['一级', '二级', '三级'] },
  { zh: '临时用电', levels: [''] },
  { zh: '盲板抽堵', levels: [''] },
  { zh: '动土作业', levels: [''] },
  { zh: '断路作业', levels: [''] },
] as const

export const matrixSheet = (): MessySheet => {
  const columns = operationColumns.flatMap(({ zh, levels }) => levels.map((level) => ({ zh, level })))
  const first: MessyCell[] = ['序号', '岗位名称']
  const second: MessyCell[] = [null, null]
  const merges: [number, number, number, number][] = [
    [0, 0, 0, columns.length + 2],
    [1, 0, 2, 0],
    [1, 1, 2, 1],
  ]
  for (const { zh, levels } of operationColumns) {
    if (levels.length > 1) merges.push([1, first.length, 1, first.length + levels.length - 1])
    else merges.push([1, first.length, 2, first.length])
    levels.forEach((level, at) => {
      first.push(at === 0 ? zh : null)
      second.push(level === '' ? null : level)
    })
  }
  const body = Object.entries(levelsAllowed).map(([position, counts], at): MessyCell[] => {
    const marks = operationColumns.flatMap(({ levels }, operation) => {
      const count = counts[operation]!
      // Hot work and lifting list the highest level first, height the highest last in severity but first in print.
      return levels.map((_, level) =>
        levels.length - level <= count ? ['√', '√', '○', 'Y', '✔'][(at + level) % 5]! : at % 3 === 0 ? '×' : null,
      )
    })
    return [at + 1, positionNames[position as PositionKey].zh, ...marks, null]
  })
  const rows: MessyCell[][] = [
    ['岗位—作业—级别授权矩阵（2026版）', ...blanks(columns.length + 2)],
    [...first, '备注'],
    [...second, null],
    ...body,
    ['批准：林景行    日期：2026.1.5', ...blanks(columns.length + 2)],
  ]
  return { name: '授权矩阵', rows, merges, hiddenRows: [] }
}

export const matrixNotesSheet = (): MessySheet => ({
  name: '填写说明',
  rows: [
    ['填写说明'],
    ['1. √ 表示可以从事该级别作业，× 或空白表示不可以。'],
    ['2. 每年一月由安全环保部修订，总经理批准。'],
  ],
  merges: [],
  hiddenRows: [],
})
