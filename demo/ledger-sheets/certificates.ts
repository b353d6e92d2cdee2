import { shiftDays, type RosterCertificate } from '../credentials.ts'
import { toFullWidth, type MessyCell } from '../ledger-mess.ts'
import { blanks, firmName, handFor, unitName, type Hand, type MessySheet } from './hand.ts'

export const specialOperationSheet = (hand: Hand): MessySheet => {
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
export const contractorCertificatesSheet = (hand: Hand): MessySheet => {
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

export const equipmentSheet = (hand: Hand): MessySheet => {
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
