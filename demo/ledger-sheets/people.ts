import type { MessyCell } from '../ledger-mess.ts'
import { positionNames } from '../plant-structure.ts'
import { blanks, handFor, sexName, unitName, type Hand, type MessySheet } from './hand.ts'

export const employeesSheet = (hand: Hand): MessySheet => {
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

/** Two header lines with joined cells, and each firm written once for all its people. */
export const contractorsSheet = (hand: Hand): MessySheet => {
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

export const leaversSheet = ({ roster }: Hand): MessySheet => ({
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
