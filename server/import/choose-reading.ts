import type { SheetChoiceRequest } from '#contract/imports.ts'
import { requiredFields } from '#core/people/ledger/fields.ts'
import { pointAtHeader } from '#core/people/ledger/point-at-header.ts'
import { problem, type Problem } from '#core/people/ledger/problems.ts'
import type { SheetChoice } from './import-record.ts'
import { readSheetHead, type KeptSheet } from './sheet-head.ts'

type Chosen =
  | { readonly ok: true; readonly choice: SheetChoice }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Makes a person's choice complete: the words above the columns come from the file, and what would say nothing is refused. */
export const chooseReading = async (sheet: KeptSheet, request: SheetChoiceRequest): Promise<Chosen> => {
  if (request.kind === 'left-out') {
    return { ok: true, choice: { kind: 'left-out', because: problem('sheet-left-out', {}) } }
  }
  const { ledger, firstHeaderRow, lastHeaderRow, mapping, includeHidden } = request
  const { head } = await readSheetHead(sheet)
  const pointed = pointAtHeader(head, { firstRow: firstHeaderRow, lastRow: lastHeaderRow }, ledger)
  if (!pointed.ok) return { ok: false, problems: [problem(pointed.because, {})] }
  const named = Object.values(mapping).flatMap((use) => ('field' in use ? [use.field] : []))
  const missing = requiredFields[ledger].filter((field) => !named.includes(field))
  const twice = new Set(named.filter((field, at) => named.indexOf(field) !== at))
  const problems = [
    ...missing.map((field) => problem('column-missing', { field })),
    ...[...twice].map((field) => problem('column-twice', { field })),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const reading = { ledger, firstHeaderRow, lastHeaderRow, headers: pointed.guess.headers, mapping, missing: [] }
  return { ok: true, choice: { kind: 'read', reading, includeHidden } }
}
