import type { MessyCell } from '../ledger-mess.ts'
import { blanks, handFor, type Hand, type MessySheet } from './hand.ts'

const verdictName = {
  fit: ['合格', '目前未见异常', '未见异常', '可以从事本岗位'],
  restricted: ['限制作业', '基本合格（限制）'],
  unfit: ['不合格', '职业禁忌，不宜从事'],
} as const
const restrictionName = {
  'work-at-height': '登高作业',
  'confined-space': '受限空间',
  'temporary-power': '电工作业',
  noise: '噪声岗位',
} as const

export const medicalSheet = (hand: Hand): MessySheet => {
  const rows: MessyCell[][] = [
    ['2026年度职业健康检查台账', ...blanks(10)],
    ['（机密 · 仅记结论）', ...blanks(10)],
    [
      '序号',
      '受检者',
      '工号',
      '身份证号',
      '体检日期',
      '血压(mmHg)',
      '体检结论',
      '限制作业',
      '有效期至',
      '复查日期',
      '体检机构',
    ],
  ]
  hand.files.medicals.forEach((medical, at) => {
    const { person } = medical
    const write = handFor(hand, person)
    rows.push([
      at + 1,
      write.name(person.name),
      person.number,
      write.idNumber(person.idNumber),
      write.date(medical.examinedOn),
      hand.random.chance(0.1)
        ? `${medical.systolicMmHg}／${medical.diastolicMmHg}`
        : `${medical.systolicMmHg}/${medical.diastolicMmHg}`,
      hand.random.pick(verdictName[medical.verdict]),
      medical.restrictions.length > 0
        ? medical.restrictions.map((one) => restrictionName[one]).join('、')
        : hand.random.pick(['无', '', '/']),
      write.date(medical.validThrough),
      medical.followUpDue === undefined ? null : write.date(medical.followUpDue),
      medical.institution,
    ])
  })
  rows.push([null, `合计：${hand.files.medicals.length}人`, ...blanks(9)])
  return {
    name: 'Sheet1',
    rows,
    merges: [
      [0, 0, 0, 10],
      [1, 0, 1, 10],
    ],
    hiddenRows: [],
  }
}
