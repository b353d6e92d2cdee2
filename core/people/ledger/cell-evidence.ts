import { cellText, isBlank, type Cell } from './cell.ts'
import type { Field } from './fields.ts'

/** What the cells below a header say about its column: fields that they look like, and fields that they cannot be. */
export type Evidence = { readonly suggests: ReadonlySet<Field>; readonly excludes: ReadonlySet<Field> }

const shapes: readonly { readonly fields: readonly Field[]; readonly pattern: RegExp }[] = [
  { fields: ['idNumber'], pattern: /^\d{17}[\dXx]$|^\d(?:\.\d+)?E\+?17$/i },
  { fields: ['certificateNumber'], pattern: /^T\s?\d{15,17}[\dXx]?$/i },
  { fields: ['phone'], pattern: /^(?:\+?86)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$/ },
  { fields: ['sex'], pattern: /^[男女]$/ },
  { fields: ['bloodPressure'], pattern: /^\d{2,3}\s?[/／]\s?\d{2,3}$/ },
]

const dateFields: readonly Field[] = [
  'birthDate',
  'hiredOn',
  'issuedOn',
  'validFrom',
  'validThrough',
  'reviewDue',
  'reviewedOn',
  'examinedOn',
  'followUpDue',
  'completedOn',
]
const looksLikeDate = /^[^\d]{0,8}(?:19|20)\d{2}\s?[-./年]\s?\d{1,2}(?!\d)|^(?:19|20)\d{6}$|^长期$/
const looksLikeRange = /^\d{4}.{2,9}\s?(?:[-至到~—–]|to)\s?(?:\d{4}[-./年]|\d{8}|长期)/
/** Half of the cells must agree: ledgers are too messy for all of them to. */
const shareMin = 0.5
/** A handful of cells may suggest a field, but they are too few to contradict the word above them. */
const cellsToExcludeMin = 5

export const looksLike = (cells: readonly Cell[]): Evidence => {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => (isDay(cell) ? '2000-01-01' : cellText(cell)))
  const suggests = new Set<Field>()
  const excludes = new Set<Field>()
  if (texts.length === 0) return { suggests, excludes }
  const share = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length / texts.length
  const exclude = (...fields: readonly Field[]): void => {
    if (texts.length >= cellsToExcludeMin) for (const field of fields) excludes.add(field)
  }

  for (const { fields, pattern } of shapes)
    if (share(pattern) >= shareMin) fields.forEach((field) => suggests.add(field))
  if (suggests.has('certificateNumber')) exclude('staffNumber', 'idNumber')
  if (suggests.has('phone') || suggests.has('sex')) exclude('idNumber', 'certificateNumber', 'name', ...dateFields)
  if (share(/\d/) > 0.7) exclude('name', 'verdict', 'issuer', 'certificateKind', 'trainingKind')
  if (share(looksLikeRange) >= shareMin) {
    suggests.add('validRange')
    exclude(...dateFields)
  } else if (share(looksLikeDate) >= shareMin) {
    exclude('name', 'idNumber', 'phone', 'staffNumber', 'verdict', 'hours', 'score', 'sequence', 'validRange')
  }
  const areWords = share(/^[^\d]*$/) > 0.9 && share(/^长期/) < shareMin
  if (areWords) exclude(...dateFields, 'idNumber', 'phone', 'hours', 'score', 'bloodPressure')
  return { suggests, excludes }
}

const isDay = (cell: Cell): boolean => cell !== null && typeof cell === 'object' && 'serial' in cell
