import { fieldWords } from './field-words.ts'

/** What a ledger is about. The order is the order of import: documents refer to people. */
export const ledgerKinds = [
  'people',
  'contractor-people',
  'special-operation',
  'special-equipment',
  'medical',
  'training',
  'matrix',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

export type Field = keyof typeof fieldWords
export const fields = Object.keys(fieldWords) as readonly Field[]

/** What a column stands for: a field, or one operation and level of the position matrix. */
export type ColumnUse = { readonly field: Field } | { readonly operation: string; readonly level: string }

/** Columns by their place, from 0; a column that is not named here is not read. */
export type Mapping = { readonly [column: number]: ColumnUse }

/** Without these a row of the kind says nothing. */
export const requiredFields: { readonly [K in LedgerKind]: readonly Field[] } = {
  people: ['name', 'idNumber'],
  'contractor-people': ['name', 'idNumber', 'employer'],
  'special-operation': ['name', 'certificateNumber'],
  'special-equipment': ['name', 'certificateNumber'],
  medical: ['name', 'examinedOn', 'verdict'],
  training: ['name', 'completedOn'],
  matrix: ['position'],
}

export const isUsefulTo = (kind: LedgerKind, field: Field): boolean =>
  usefulFields[kind].includes(field) || everywhere.includes(field)

const everywhere: readonly Field[] = [
  'name',
  'idNumber',
  'staffNumber',
  'phone',
  'department',
  'position',
  'sex',
  'birthDate',
  'team',
  'employer',
  'sequence',
  'remark',
]
const usefulFields: { readonly [K in LedgerKind]: readonly Field[] } = {
  people: ['hiredOn', 'employment', 'creditCode'],
  'contractor-people': ['hiredOn', 'employment', 'creditCode'],
  'special-operation': [
    'certificateNumber',
    'certificateKind',
    'certificateItem',
    'issuedOn',
    'validFrom',
    'validThrough',
    'validRange',
    'reviewDue',
    'reviewedOn',
    'issuer',
  ],
  'special-equipment': [
    'certificateNumber',
    'certificateKind',
    'certificateItem',
    'issuedOn',
    'validFrom',
    'validThrough',
    'validRange',
    'reviewDue',
    'reviewedOn',
    'issuer',
  ],
  medical: [
    'examinedOn',
    'verdict',
    'restrictions',
    'bloodPressure',
    'systolic',
    'diastolic',
    'followUpDue',
    'institution',
    'validThrough',
  ],
  training: ['trainingKind', 'completedOn', 'hours', 'score', 'validThrough', 'verdict'],
  matrix: ['operation', 'level'],
}
