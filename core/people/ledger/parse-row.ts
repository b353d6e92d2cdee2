import type { IsoDate } from '../../time/epoch.ts'
import { parseCertificateNumber } from '../identity/certificate-number.ts'
import { parseCreditCode } from '../identity/credit-code.ts'
import { parseIdNumber } from '../identity/id-number.ts'
import { parsePhone } from '../identity/phone.ts'
import type { LedgerRow } from './cell.ts'
import type { CertificateEntry, Entry, MedicalEntry, PersonEntry, PersonReference, TrainingEntry } from './entry.ts'
import type { Field, LedgerKind, Mapping } from './fields.ts'
import { parseMatrixRow } from './parse-matrix-row.ts'
import { problem, type RowProblem } from './problems.ts'
import { columnsOf, createRowReader, type ReadingRules, type RowReader } from './row-reader.ts'
import { toCategory, toPosition, toRestrictions, toTrainingCategory, toVerdict } from './vocabulary.ts'

/** A row read: what it says, or all that is wrong with it. An entry may come with contradictions inside its own row. */
export type ParsedRow = { readonly entry: Entry | undefined; readonly problems: readonly RowProblem[] }

export type RowParser = (row: LedgerRow) => ParsedRow

export const createRowParser = (kind: LedgerKind, mapping: Mapping, rules: ReadingRules): RowParser => {
  const columns = columnsOf(mapping)
  if (kind === 'matrix') return (row) => parseMatrixRow(row, mapping, columns)
  const parse = parsers[kind]
  return (row) => {
    const reader = createRowReader(row, columns, rules)
    const entry = parse(reader)
    return { entry, problems: reader.problems }
  }
}

const parsePerson = (reader: RowReader, isContractor: boolean): PersonEntry | undefined => {
  const name = parseName(reader)
  const id = reader.parse('idNumber', (text, isTyped) => parseIdNumber(text, reader.rules.today, isTyped))
  const reference = parseReference(reader)
  const employerName = reader.text('employer')
  if (isContractor && employerName === undefined) reader.complain('employer', problem('employer-missing', {}))
  const creditCode = reader.has('creditCode') ? reader.parse('creditCode', parseCreditCode) : undefined
  const position = reader.text('position')
  const team = reader.text('team')
  const hiredOn = reader.date('hiredOn')
  const employment = parseEmployment(reader)
  if (id) compareWithIdNumber(reader, id)
  if (name === undefined || id === undefined || employment === undefined) return undefined
  return {
    kind: 'person',
    person: { name, ...reference, idNumber: id.text },
    birthDate: id.birthDate,
    sex: id.sex,
    employer:
      employerName === undefined ? null : { name: employerName, ...(creditCode === undefined ? {} : { creditCode }) },
    ...(position === undefined ? {} : { position: toPosition(position) }),
    ...(team === undefined ? {} : { team: team.replace(/班$/, '') || team }),
    ...(hiredOn === undefined ? {} : { hiredOn }),
    employment,
  }
}

/** Birth date and sex stand in the identity number; where the ledger writes them too and differs, one of the two is wrong. */
const compareWithIdNumber = (
  reader: RowReader,
  id: { readonly birthDate: IsoDate; readonly sex: 'female' | 'male' },
): void => {
  const birthDate = reader.date('birthDate')
  if (birthDate !== undefined && birthDate !== id.birthDate) {
    reader.complain('birthDate', problem('birth-date-differs', { written: birthDate, fromNumber: id.birthDate }))
  }
  const sex = sexes.get(reader.text('sex')?.toLowerCase() ?? '')
  if (sex !== undefined && sex !== id.sex) reader.complain('sex', problem('sex-differs', { written: sex }))
}

const sexes: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ['男', 'male'],
  ['女', 'female'],
  ['male', 'male'],
  ['female', 'female'],
  ['m', 'male'],
  ['f', 'female'],
] as const)

const employments: ReadonlyMap<string, 'active' | 'left'> = new Map([
  ...['在职', '在岗', '正常', '试用', '试用期', '是', '在厂', 'active', 'employed', 'yes'].map(
    (word) => [word, 'active'] as const,
  ),
  ...['离职', '已离职', '退休', '已退休', '调出', '否', '离场', '已离场', 'left', 'retired', 'no'].map(
    (word) => [word, 'left'] as const,
  ),
])

const parseEmployment = (reader: RowReader): 'active' | 'left' | undefined => {
  const text = reader.text('employment')
  if (text === undefined) return 'active'
  return employments.get(text.toLowerCase()) ?? reader.complain('employment', problem('employment-unknown', { text }))
}

const parseCertificate = (reader: RowReader): CertificateEntry | undefined => {
  const person = parseDocumentHolder(reader)
  const number = reader.parse('certificateNumber', (text, isTyped) =>
    parseCertificateNumber(text, reader.rules.today, isTyped),
  )
  const category = parseCategory(reader)
  const issuedOn = reader.date('issuedOn')
  const range = reader.range('validRange')
  const validFrom = reader.date('validFrom') ?? range?.from
  const hadProblems = reader.problems.length
  const validThrough = reader.lastDay('validThrough') ?? range?.through
  if (validThrough === undefined && reader.problems.length === hadProblems && !reader.has('validRange'))
    reader.complain('validThrough', problem('date-missing', {}))
  const reviewDue = reader.date('reviewDue')
  const issuer = reader.text('issuer')
  checkOrder(reader, validFrom ?? issuedOn, validThrough)
  if (issuedOn !== undefined && issuedOn > reader.rules.today)
    reader.complain('issuedOn', problem('date-in-future', { date: issuedOn }))
  if (!person || !number || !category || validThrough === undefined) return undefined
  if (number.form !== 'other' && person.idNumber !== undefined && number.holderIdNumber !== person.idNumber) {
    reader.complain('certificateNumber', problem('holder-number-differs', {}))
  }
  // A number made of the holder's identity number names the holder where the ledger has no column for it.
  const known =
    number.form !== 'other' && person.idNumber === undefined ? { ...person, idNumber: number.holderIdNumber } : person
  return {
    kind: 'certificate',
    person: known,
    category,
    number: number.text,
    numberForm: number.form,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(validFrom === undefined ? {} : { validFrom }),
    validThrough,
    ...(reviewDue === undefined ? {} : { reviewDue }),
    ...(issuer === undefined ? {} : { issuer }),
  }
}

/** The item says more than the kind above it: 高压电工作业 stands under 电工作业. */
const parseCategory = (reader: RowReader): string | undefined => {
  const item = reader.text('certificateItem')
  const kind = reader.text('certificateKind')
  if (item === undefined && kind === undefined)
    return reader.complain('certificateItem', problem('category-missing', {}))
  const category =
    (item === undefined ? undefined : toCategory(item)) ?? (kind === undefined ? undefined : toCategory(kind))
  return (
    category ??
    reader.complain(
      item === undefined ? 'certificateKind' : 'certificateItem',
      problem('category-unknown', { text: item ?? kind ?? '' }),
    )
  )
}

const parseMedical = (reader: RowReader): MedicalEntry | undefined => {
  const person = parseDocumentHolder(reader)
  const examinedOn = parsePastDay(reader, 'examinedOn')
  const verdictText = reader.text('verdict')
  const verdict =
    verdictText === undefined
      ? reader.complain('verdict', problem('verdict-missing', {}))
      : (toVerdict(verdictText) ?? reader.complain('verdict', problem('verdict-unknown', { text: verdictText })))
  const restrictions = parseRestrictions(reader, verdict, verdictText)
  const pressure = parsePressure(reader)
  const validThrough = reader.date('validThrough')
  const followUpDue = reader.date('followUpDue')
  const institution = reader.text('institution')
  checkOrder(reader, examinedOn, validThrough)
  if (!person || !examinedOn || !verdict || !restrictions) return undefined
  return {
    kind: 'medical',
    person,
    examinedOn,
    verdict,
    restrictions,
    ...(validThrough === undefined ? {} : { validThrough }),
    ...pressure,
    ...(followUpDue === undefined ? {} : { followUpDue }),
    ...(institution === undefined ? {} : { institution }),
  }
}

/** A verdict "restricted" that does not say from what would restrict nothing; that is refused rather than taken for fit. */
const parseRestrictions = (
  reader: RowReader,
  verdict: string | undefined,
  verdictText: string | undefined,
): readonly string[] | undefined => {
  const text = reader.text('restrictions')
  const isNone = text === undefined || /^(?:无|没有|[-—/]+|none|no)$/i.test(text)
  const found = toRestrictions(isNone ? (verdict === 'restricted' ? (verdictText ?? '') : '') : text)
  if (found.length > 0) return found
  if (!isNone) return reader.complain('restrictions', problem('restriction-unknown', { text }))
  return verdict === 'restricted'
    ? reader.complain('restrictions', problem('restriction-unknown', { text: verdictText ?? '' }))
    : []
}

type Pressure = { readonly systolicMmHg?: number; readonly diastolicMmHg?: number }

const parsePressure = (reader: RowReader): Pressure => {
  const text = reader.text('bloodPressure')
  if (text !== undefined && !/^[-—/无]+$/.test(text)) {
    const match = /^(\d{2,3})\s?[/\\-]\s?(\d{2,3})(?:\s?mmhg)?$/i.exec(text)
    const [systolicMmHg, diastolicMmHg] = [Number(match?.[1]), Number(match?.[2])]
    if (match && systolicMmHg > diastolicMmHg && systolicMmHg < 300) return { systolicMmHg, diastolicMmHg }
    reader.complain('bloodPressure', problem('blood-pressure-unreadable', { text: text.slice(0, 30) }))
    return {}
  }
  const [systolicMmHg, diastolicMmHg] = [reader.number('systolic'), reader.number('diastolic')]
  return systolicMmHg === undefined || diastolicMmHg === undefined ? {} : { systolicMmHg, diastolicMmHg }
}

const parseTraining = (reader: RowReader): TrainingEntry | undefined => {
  const person = parseDocumentHolder(reader)
  const text = reader.text('trainingKind')
  const category =
    text === undefined
      ? reader.complain('trainingKind', problem('category-missing', {}))
      : (toTrainingCategory(text) ?? reader.complain('trainingKind', problem('category-unknown', { text })))
  const completedOn = parsePastDay(reader, 'completedOn')
  const validThrough = reader.date('validThrough')
  const hours = reader.number('hours')
  const score = reader.number('score')
  checkOrder(reader, completedOn, validThrough)
  if (!person || !category || !completedOn) return undefined
  return {
    kind: 'training',
    person,
    category,
    completedOn,
    ...(validThrough === undefined ? {} : { validThrough }),
    ...(hours === undefined ? {} : { hours }),
    ...(score === undefined ? {} : { score }),
  }
}

const parsers: { readonly [K in Exclude<LedgerKind, 'matrix'>]: (reader: RowReader) => Entry | undefined } = {
  people: (reader) => parsePerson(reader, false),
  'contractor-people': (reader) => parsePerson(reader, true),
  'special-operation': parseCertificate,
  'special-equipment': parseCertificate,
  medical: parseMedical,
  training: parseTraining,
}

const parsePastDay = (reader: RowReader, field: Field): IsoDate | undefined => {
  const before = reader.problems.length
  const day = reader.date(field)
  if (day === undefined)
    return reader.problems.length > before ? undefined : reader.complain(field, problem('date-missing', {}))
  return day > reader.rules.today ? reader.complain(field, problem('date-in-future', { date: day })) : day
}

const checkOrder = (reader: RowReader, from: string | undefined, through: string | undefined): void => {
  if (from === undefined || through === undefined || through === 'unlimited' || from <= through) return
  reader.complain('validThrough', problem('dates-reversed', { from, through }))
}

/** Han names of two to six characters, with the dot of minority names; or Latin names. Digits are never part of a name. */
const namePattern =
  /^(?:[一-鿿㐀-䶿]{1,8}(?:[·•.][一-鿿㐀-䶿]{1,12})*|[\p{Script=Latin}][\p{Script=Latin}'. -]{0,58}[\p{Script=Latin}.])$/u

const parseName = (reader: RowReader): string | undefined => {
  const text = reader.text('name')
  if (text === undefined)
    return reader.problems.some(({ code }) => code === 'cell-error' || code === 'text-too-long')
      ? undefined
      : reader.complain('name', problem('name-missing', {}))
  // 张 伟 is written with a blank to fill the width of three characters.
  const name = /^[一-鿿㐀-䶿\s]+$/.test(text) ? text.replaceAll(' ', '') : text
  return namePattern.test(name)
    ? name
    : reader.complain('name', problem('name-unreadable', { text: name.slice(0, 30) }))
}

const parseDocumentHolder = (reader: RowReader): PersonReference | undefined => {
  const name = parseName(reader)
  const before = reader.problems.length
  const id = reader.has('idNumber')
    ? reader.parse('idNumber', (text, isTyped) => parseIdNumber(text, reader.rules.today, isTyped))
    : undefined
  const reference = parseReference(reader)
  if (name === undefined || reader.problems.length > before) return undefined
  return { name, ...(id === undefined ? {} : { idNumber: id.text }), ...reference }
}

const parseReference = (reader: RowReader): Pick<PersonReference, 'staffNumber' | 'phone' | 'department'> => {
  const staffNumber = reader.text('staffNumber')?.replaceAll(' ', '').toUpperCase()
  const phone =
    reader.has('phone') && !/^[-—/无]+$/.test(reader.text('phone') ?? '')
      ? reader.parse('phone', parsePhone)
      : undefined
  const department = reader.text('department')
  return {
    ...(staffNumber === undefined ? {} : { staffNumber }),
    ...(phone === undefined ? {} : { phone }),
    ...(department === undefined ? {} : { department }),
  }
}
