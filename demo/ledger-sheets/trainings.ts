import type { MessyCell } from '../ledger-mess.ts'
import { handFor, type Hand } from './hand.ts'

const trainingName = {
  'annual-safety-training': ['年度安全再培训', '2026年度安全教育（再培训）', '年度复训'],
  'three-level-training': ['三级安全教育'],
  'guardian-training': ['特殊作业监护人培训', '监护人专项培训'],
  'contractor-entry-training': ['承包商入厂安全教育', '外来施工人员入厂教育'],
  'rigger-training': ['司索作业培训'],
} as const

export const trainingLines = (hand: Hand): string[][] => {
  const lines: string[][] = [
    ['远桥精细化工培训记录（导出）'],
    [],
    ['学员姓名', '员工编号', '身份证号', '课程', '学时', '考核日期', '成绩', '有效期至', '培训讲师'],
  ]
  for (const training of hand.files.trainings) {
    const { person } = training
    const write = handFor(hand, person)
    lines.push([
      write.name(person.name),
      person.number,
      toCsvText(write.idNumber(person.idNumber)),
      hand.random.pick(trainingName[training.category]),
      `${training.hours}${hand.random.chance(0.2) ? '学时' : ''}`,
      toCsvText(write.date(training.completedOn)),
      hand.random.chance(0.05) ? `${training.score}分` : String(training.score),
      toCsvText(write.date(training.validThrough)),
      hand.random.pick(['高工', '郑老师', '外聘']),
    ])
  }
  lines.push(['合计', '', '', String(hand.files.trainings.length), '', '', '', '', ''])
  return lines
}

/** As Excel saves it: days as it shows them, long numbers in five digits. */
const toCsvText = (cell: MessyCell): string => {
  if (cell === null) return ''
  if (cell instanceof Date) return `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${cell.getUTCDate()}`
  if (typeof cell === 'number' && cell > Number.MAX_SAFE_INTEGER) return cell.toExponential(5).toUpperCase()
  return String(cell)
}
