import { createFiles, ledgersKeptOn, shiftDays, type RosterCertificate, type RosterFiles } from './credentials.ts'
import { createMess, toFullWidth, type Mess, type MessyCell } from './ledger-mess.ts'
import { positionNames, units, type PositionKey } from './plant-structure.ts'
import { levelsAllowed } from './position-matrix.ts'
import { createRandom, type Random } from './random.ts'
import { createRoster, rosterSeed, type Roster, type RosterPerson } from './roster.ts'

/** A sheet as somebody keeps it: joined cells are [row, column, row, column] from 0; hidden rows from 0. */
export type MessySheet = {
  readonly name: string
  readonly rows: readonly (readonly MessyCell[])[]
  readonly merges: readonly (readonly [number, number, number, number])[]
  readonly hiddenRows: readonly number[]
  readonly isHidden?: boolean
}

export type MessyWorkbook = {
  readonly file: string
  readonly dateSystem: '1900' | '1904'
  readonly sheets: readonly MessySheet[]
}
export type MessyCsv = { readonly file: string; readonly lines: readonly (readonly string[])[] }
export type MessyLedgers = { readonly workbooks: readonly MessyWorkbook[]; readonly csv: MessyCsv }

type Hand = {
  readonly roster: Roster
  readonly files: RosterFiles
  readonly random: Random
  readonly mess: Mess
  readonly clean: ReadonlySet<RosterPerson>
}

/** The five ledgers of the fictional plant, as five offices keep them. Those who play a part in the demo stay readable. */
export const createMessyLedgers = (): MessyLedgers => {
  const roster = createRoster()
  const random = createRandom(rosterSeed + 2)
  const hand: Hand = {
    roster,
    files: createFiles(roster),
    random,
    mess: createMess(random),
    clean: new Set(Object.values(roster.cast)),
  }
  return {
    workbooks: [
      {
        file: '花名册.xlsx',
        dateSystem: '1900',
        sheets: [employeesSheet(hand), contractorsSheet(hand), leaversSheet(hand)],
      },
      {
        file: '特种作业证台账.xlsx',
        dateSystem: '1900',
        sheets: [specialOperationSheet(hand), contractorCertificatesSheet(hand), equipmentSheet(hand)],
      },
      { file: '体检台账.xlsx', dateSystem: '1904', sheets: [medicalSheet(hand)] },
      { file: '岗位作业矩阵.xlsx', dateSystem: '1900', sheets: [matrixSheet(), matrixNotesSheet()] },
    ],
    csv: { file: '培训记录.csv', lines: trainingLines(hand) },
  }
}

const unitName = (person: RosterPerson): string => {
  const { employer } = person
  return employer.kind === 'own' ? units.find(({ key }) => key === employer.unit)!.zh : ''
}
const firmName = ({ contractors }: Roster, person: RosterPerson): string => {
  const { employer } = person
  return employer.kind === 'contractor'
    ? contractors.find(({ key }) => key === employer.contractor)!.zh
    : '远桥精细化工有限公司'
}
const sexName = (person: RosterPerson): string => (person.sex === 'male' ? '男' : '女')

/** The same hand, writing without mistakes for those whose story must be readable. */
const handFor = (hand: Hand, person: RosterPerson): Mess => {
  if (!hand.clean.has(person)) return hand.mess
  return {
    ...hand.mess,
    date: (iso) => iso.replaceAll('-', '.'),
    idNumber: (idNumber) => idNumber,
    phone: (phone) => phone,
    name: (name) => name,
  }
}

const employeesSheet = (hand: Hand): MessySheet => {
  const { roster, random } = hand
  const header = [
    '序号',
    '工 号',
    '姓  名',
    '性别',
    '部门/车间',
    '岗位(工种)',
    '班组',
    '身份证号码',
    '出生年月日',
    '联系电话',
    '入厂时间',
    '在职状态',
    '备注',
  ]
  const rows: MessyCell[][] = [
    ['远桥精细化工有限公司员工花名册', ...blanks(12)],
    ['统计日期：2026年11月20日', ...blanks(7), '制表：人力资源部', ...blanks(4)],
    blanks(13),
    header,
  ]
  const hiddenRows: number[] = []
  roster.employees.forEach((person, at) => {
    const write = handFor(hand, person)
    const team = person.team === '常白班' ? '常白班' : random.chance(0.5) ? `${person.team}班` : person.team
    rows.push([
      at + 1,
      person.number,
      write.name(person.name),
      sexName(person),
      write.text(unitName(person)),
      positionNames[person.position].zh,
      team,
      write.idNumber(person.idNumber),
      write.date(person.birthDate),
      write.phone(person.phone),
      write.date(person.hiredOn),
      '在职',
      null,
    ])
    // The printed list repeats its header on every page.
    if (at === 299 || at === 599) rows.push([...header])
    if (at === 410) rows.push(blanks(13))
  })
  // Two colleagues copied in twice, the second time with another telephone; one under a name that somebody mistyped.
  const again = roster.employees[123]!
  rows.push([
    861,
    again.number,
    again.name,
    sexName(again),
    unitName(again),
    positionNames[again.position].zh,
    again.team,
    again.idNumber,
    again.birthDate,
    '15400001234',
    again.hiredOn,
    '在职',
    '补录',
  ])
  const mistyped = roster.employees[377]!
  rows.push([
    862,
    mistyped.number,
    `${mistyped.name[0]}某`,
    sexName(mistyped),
    unitName(mistyped),
    positionNames[mistyped.position].zh,
    mistyped.team,
    mistyped.idNumber,
    mistyped.birthDate,
    mistyped.phone,
    mistyped.hiredOn,
    '在职',
    null,
  ])
  const copied = roster.employees[45]!
  rows.push([
    863,
    copied.number,
    copied.name,
    sexName(copied),
    unitName(copied),
    positionNames[copied.position].zh,
    copied.team,
    copied.idNumber,
    copied.birthDate,
    copied.phone,
    copied.hiredOn,
    '在职',
    '重复?',
  ])
  const left = roster.contractorPeople.slice(0, 2)
  for (const person of left) {
    hiddenRows.push(rows.length)
    rows.push([
      null,
      `OLD-${person.number}`,
      '王离职',
      '男',
      '储运车间',
      '操作工',
      '甲',
      '',
      '',
      '',
      '',
      '离职',
      '已办手续',
    ])
  }
  rows.push(['合 计', ...blanks(1), '863人', ...blanks(10)])
  rows.push(['注：1.班组为常白班者不参加倒班；2.电话变更请及时通知人力资源部。', ...blanks(12)])
  return {
    name: '员工花名册',
    rows,
    merges: [
      [0, 0, 0, 12],
      [1, 0, 1, 7],
      [rows.length - 1, 0, rows.length - 1, 12],
    ],
    hiddenRows,
  }
}

const blanks = (count: number): null[] => Array.from({ length: count }, () => null)

/** Two header lines with joined cells, and each firm written once for all its people. */
const contractorsSheet = (hand: Hand): MessySheet => {
  const { roster } = hand
  const rows: MessyCell[][] = [
    ['外来施工单位人员登记表', ...blanks(9)],
    ['承包商名称', '统一社会信用代码', '序号', '人员信息', null, null, null, '联系方式', '进厂日期', '备注'],
    [null, null, null, '姓名', '身份证号', '工种', '编号', null, null, null],
  ]
  const merges: [number, number, number, number][] = [
    [0, 0, 0, 9],
    [1, 0, 2, 0],
    [1, 1, 2, 1],
    [1, 2, 2, 2],
    [1, 3, 1, 6],
    [1, 7, 2, 7],
    [1, 8, 2, 8],
    [1, 9, 2, 9],
  ]
  for (const firm of roster.contractors) {
    const people = roster.contractorPeople.filter(
      ({ employer }) => employer.kind === 'contractor' && employer.contractor === firm.key,
    )
    merges.push(
      [rows.length, 0, rows.length + people.length - 1, 0],
      [rows.length, 1, rows.length + people.length - 1, 1],
    )
    people.forEach((person, at) => {
      const write = handFor(hand, person)
      rows.push([
        at === 0 ? firm.zh : null,
        at === 0 ? firm.creditCode : null,
        at + 1,
        write.name(person.name),
        write.idNumber(person.idNumber),
        positionNames[person.position].zh,
        person.number,
        write.phone(person.phone),
        write.date(person.hiredOn),
        null,
      ])
    })
  }
  rows.push([null, null, '总计', '120人', ...blanks(6)])
  return { name: '承包商人员', rows, merges, hiddenRows: [] }
}

const leaversSheet = ({ roster }: Hand): MessySheet => ({
  name: '离职人员(勿删)',
  isHidden: true,
  rows: [
    ['姓名', '身份证号', '离职日期'],
    ...roster.contractorPeople
      .slice(40, 46)
      .map((person, at) => [`离职${'一二三四五六'[at]!}`, person.idNumber, '2025.6.30']),
  ],
  merges: [],
  hiddenRows: [],
})

const specialOperationSheet = (hand: Hand): MessySheet => {
  const certificates = hand.files.certificates.filter(
    ({ family, person }) => family === 'special-operation' && person.employer.kind === 'own',
  )
  const rows: MessyCell[][] = [
    ['特种作业人员持证台账（2026年）', ...blanks(11)],
    ['序号', '持证人', null, null, '证件信息', null, null, null, '有效期', null, '应复审日期', '发证机关'],
    [null, '姓名', '身份证', '所在部门', '证号', '作业类别', '准操项目', '初领日期', '起', '止', null, null],
  ]
  certificates.forEach((certificate, at) => rows.push([at + 1, ...certificateCells(hand, certificate, at)]))
  rows.push(['合计', null, `${certificates.length} 本`, ...blanks(9)])
  const merges: [number, number, number, number][] = [
    [0, 0, 0, 11],
    [1, 0, 2, 0],
    [1, 1, 1, 3],
    [1, 4, 1, 7],
    [1, 8, 1, 9],
    [1, 10, 2, 10],
    [1, 11, 2, 11],
  ]
  return { name: '特种作业', rows, merges, hiddenRows: [] }
}

const certificateCells = (hand: Hand, certificate: RosterCertificate, at: number): MessyCell[] => {
  const { person } = certificate
  const write = handFor(hand, person)
  const isStory = hand.clean.has(person)
  // Every fiftieth certificate is somebody else's: copied from the line above, or the name was.
  const other = !isStory && at % 50 === 31 ? hand.files.certificates[at + 40] : undefined
  const name = !isStory && at % 77 === 40 ? hand.roster.employees[at]!.name : person.name
  const number = (other ?? certificate).number
  return [
    write.name(name),
    write.idNumber(person.idNumber),
    unitName(person),
    hand.random.chance(0.2) ? number.toLowerCase() : hand.random.chance(0.04) ? toFullWidth(number) : number,
    certificate.kindName,
    write.text(certificate.itemName),
    write.date(certificate.issuedOn),
    write.date(certificate.issuedOn),
    write.date(certificate.validThrough),
    certificate.reviewDue === undefined ? '/' : write.date(certificate.reviewDue),
    certificate.issuer,
  ]
}

/** Contractors hand in their own list: other columns, another order, one column for the whole period. */
const contractorCertificatesSheet = (hand: Hand): MessySheet => {
  const certificates = hand.files.certificates.filter(
    ({ family, person }) => family === 'special-operation' && person.employer.kind === 'contractor',
  )
  const rows: MessyCell[][] = [['操作证编号', '准操项目', '持证人姓名', '公民身份号码', '所属单位', '有效期限', '备注']]
  certificates.forEach((certificate, at) => {
    const { person } = certificate
    const write = handFor(hand, person)
    const [from, through] = [certificate.issuedOn.replaceAll('-', '.'), certificate.validThrough.replaceAll('-', '.')]
    const joiner = ['-', '至', '~', ' — '][at % 4]!
    rows.push([
      certificate.number,
      certificate.itemName,
      write.name(person.name),
      write.idNumber(person.idNumber),
      firmName(hand.roster, person),
      `${from}${joiner}${through}`,
      null,
    ])
  })
  // The same welder handed in twice: the newer certificate would run out before the older one.
  const twice = certificates[3]!
  rows.push([
    twice.number,
    twice.itemName,
    twice.person.name,
    twice.person.idNumber,
    firmName(hand.roster, twice.person),
    `${shiftDays(twice.issuedOn, 200).replaceAll('-', '.')}-${shiftDays(twice.validThrough, -300).replaceAll('-', '.')}`,
    '新证',
  ])
  return { name: '外委持证', rows, merges: [], hiddenRows: [] }
}

const equipmentSheet = (hand: Hand): MessySheet => {
  const certificates = hand.files.certificates.filter(({ family }) => family === 'special-equipment')
  const rows: MessyCell[][] = [
    ['特种设备安全管理和作业人员证登记', ...blanks(8)],
    ['更新：设备部', ...blanks(8)],
    ['单位', '持证人', '有效证件号', '证件编号', '作业项目', '批准日期', '有效日期', '发证机关', '电话'],
  ]
  for (const certificate of certificates) {
    const { person } = certificate
    const write = handFor(hand, person)
    rows.push([
      person.employer.kind === 'own' ? unitName(person) : firmName(hand.roster, person),
      write.name(person.name),
      write.idNumber(person.idNumber),
      certificate.number,
      certificate.itemName,
      write.date(certificate.issuedOn),
      write.date(certificate.validThrough),
      certificate.issuer,
      null,
    ])
  }
  rows.push(['小计', `${certificates.length}`, ...blanks(7)])
  return { name: '特种设备', rows, merges: [[0, 0, 0, 8]], hiddenRows: [5] }
}

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

const medicalSheet = (hand: Hand): MessySheet => {
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

const trainingName = {
  'annual-safety-training': ['年度安全再培训', '2026年度安全教育（再培训）', '年度复训'],
  'three-level-training': ['三级安全教育'],
  'guardian-training': ['特殊作业监护人培训', '监护人专项培训'],
  'contractor-entry-training': ['承包商入厂安全教育', '外来施工人员入厂教育'],
  'rigger-training': ['司索作业培训'],
} as const

const trainingLines = (hand: Hand): string[][] => {
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

const matrixSheet = (): MessySheet => {
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

const matrixNotesSheet = (): MessySheet => ({
  name: '填写说明',
  rows: [
    ['填写说明'],
    ['1. √ 表示可以从事该级别作业，× 或空白表示不可以。'],
    ['2. 每年一月由安全环保部修订，总经理批准。'],
  ],
  merges: [],
  hiddenRows: [],
})

export const ledgerDay = ledgersKeptOn
