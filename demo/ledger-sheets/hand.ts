import type { RosterFiles } from '../credentials.ts'
import type { Mess, MessyCell } from '../ledger-mess.ts'
import { units } from '../plant-structure.ts'
import type { Random } from '../random.ts'
import type { Roster, RosterPerson } from '../roster.ts'

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

export type Hand = {
  readonly roster: Roster
  readonly files: RosterFiles
  readonly random: Random
  readonly mess: Mess
  readonly clean: ReadonlySet<RosterPerson>
}

export const unitName = (person: RosterPerson): string => {
  const { employer } = person
  return employer.kind === 'own' ? units.find(({ key }) => key === employer.unit)!.zh : ''
}
export const firmName = ({ contractors }: Roster, person: RosterPerson): string => {
  const { employer } = person
  return employer.kind === 'contractor'
    ? contractors.find(({ key }) => key === employer.contractor)!.zh
    : '远桥精细化工有限公司'
}
export const sexName = (person: RosterPerson): string => (person.sex === 'male' ? '男' : '女')

/** The same hand, writing without mistakes for those whose story must be readable. */
export const handFor = (hand: Hand, person: RosterPerson): Mess => {
  if (!hand.clean.has(person)) return hand.mess
  return {
    ...hand.mess,
    date: (iso) => iso.replaceAll('-', '.'),
    idNumber: (idNumber) => idNumber,
    phone: (phone) => phone,
    name: (name) => name,
  }
}

export const blanks = (count: number): null[] => Array.from({ length: count }, () => null)
