import type { Random } from './random.ts'

/** A cell of a workbook: text, number, a real day (`Date`), or nothing. */
export type MessyCell = string | number | Date | null

/** Writes what is right the way different hands write it; and, now and then, what is wrong the way it goes wrong. */
export type Mess = {
  readonly date: (iso: string) => MessyCell
  readonly idNumber: (idNumber: string) => MessyCell
  readonly name: (name: string) => string
  readonly phone: (phone: string) => MessyCell
  readonly text: (text: string) => string
}

/** Shares of the cells that cannot be read afterwards; together with the contradictions three to six rows in a hundred. */
const brokenShare = { date: 0.004, idNumber: 0.008, phone: 0.006 } as const

export const createMess = (random: Random): Mess => ({
  date: (iso) => (random.chance(brokenShare.date) ? brokenDate(iso, random) : writtenDate(iso, random)),
  idNumber: (idNumber) =>
    random.chance(brokenShare.idNumber) ? brokenIdNumber(idNumber, random) : writtenIdNumber(idNumber, random),
  phone: (phone) =>
    random.chance(brokenShare.phone)
      ? `${phone}/154${random.between(10_000_000, 99_999_999)}`
      : writtenPhone(phone, random),
  name: (name) => {
    const draw = random.next()
    if (name.length === 2 && draw < 0.15) return `${name[0]} ${name[1]}`
    if (draw < 0.2) return `${name} `
    return draw < 0.22 ? `${name}　` : name
  },
  text: (text) => (random.chance(0.06) ? `${text} ` : random.chance(0.02) ? ` ${text}` : text),
})

const partsOf = (iso: string): readonly [string, number, number] => [
  iso.slice(0, 4),
  Number(iso.slice(5, 7)),
  Number(iso.slice(8, 10)),
]

const writtenDate = (iso: string, random: Random): MessyCell => {
  if (iso === 'unlimited') return random.pick(['长期', '长期有效', '永久'])
  const [year, month, day] = partsOf(iso)
  return random.pick<() => MessyCell>([
    () => new Date(`${iso}T00:00:00Z`),
    () => new Date(`${iso}T00:00:00Z`),
    () => iso,
    () => `${year}.${month}.${day}`,
    () => `${year}.${month}.${day}`,
    () => `${year}年${month}月${day}日`,
    () => iso.replaceAll('-', ''),
    () => `${year}/${month}/${day}`,
    () => `${year}-${month}-${day} `,
    () => toFullWidth(`${year}.${month}.${day}`),
    () => `${iso} 00:00:00`,
    () => Number(iso.replaceAll('-', '')),
  ])()
}

const brokenDate = (iso: string, random: Random): MessyCell => {
  const [year, month] = partsOf(iso)
  return random.pick([
    `${year}-02-30`,
    `${year}.${month}`,
    `${year.slice(2)}.${month}.8`,
    `3/1/${year}`,
    `${year}年${month}月`,
    '待补',
    '2026-13-05',
  ])
}

const writtenIdNumber = (idNumber: string, random: Random): string => {
  const draw = random.next()
  if (idNumber.endsWith('X') && draw < 0.5) return idNumber.toLowerCase()
  if (draw < 0.03) return toFullWidth(idNumber)
  if (draw < 0.08) return `${idNumber} `
  if (draw < 0.1) return `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`
  return draw < 0.12 ? `${idNumber} ` : idNumber
}

const brokenIdNumber = (idNumber: string, random: Random): MessyCell =>
  random.pick<() => MessyCell>([
    // What a spreadsheet keeps of eighteen digits typed into a cell that is no text: fifteen.
    () => Number(`${idNumber.slice(0, 15)}000`),
    () => `${idNumber[0]}.${idNumber.slice(1, 5)}E+17`,
    () => `${idNumber.slice(0, 15)}000`,
    () => idNumber.slice(0, 17),
    () => idNumber.slice(0, 6) + idNumber.slice(8, 17),
    () => idNumber.slice(0, 16) + String((Number(idNumber[16]) + 2) % 10) + idNumber[17],
  ])()

const writtenPhone = (phone: string, random: Random): MessyCell => {
  const draw = random.next()
  if (draw < 0.3) return Number(phone)
  if (draw < 0.4) return `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`
  if (draw < 0.45) return `+86 ${phone}`
  return draw < 0.48 ? toFullWidth(phone) : phone
}

export const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
