import type { SheetChoiceRequest } from '#contract/imports.ts'
import type { PlantId } from '#core/ids.ts'
import { requiredFields } from '#core/people/ledger/fields.ts'
import { problem, type Problem } from '#core/people/ledger/problems.ts'
import type { SheetChoice } from './import-record.ts'
import type { ImportService } from './import-service.ts'

type Chosen =
  | { readonly ok: true; readonly choice: SheetChoice }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Makes a person's choice complete: the words above the columns come from the file, and what would say nothing is refused. */
export const chooseReading = async (
  imports: ImportService,
  plantId: PlantId,
  importId: string,
  sheet: { readonly fileIndex: number; readonly sheetIndex: number },
  request: SheetChoiceRequest,
): Promise<Chosen> => {
  if (request.kind === 'left-out') {
    return { ok: true, choice: { kind: 'left-out', because: problem('sheet-left-out', {}) } }
  }
  const { ledger, firstHeaderRow, lastHeaderRow, mapping, includeHidden } = request
  const headers = await imports.headersAt(plantId, importId, sheet, { firstHeaderRow, lastHeaderRow })
  if (headers.length === 0) return { ok: false, problems: [problem('sheet-unrecognised', {})] }
  const named = new Set(Object.values(mapping).flatMap((use) => ('field' in use ? [use.field] : [])))
  const missing = requiredFields[ledger].filter((field) => !named.has(field))
  if (missing.length > 0) return { ok: false, problems: missing.map((field) => problem('column-missing', { field })) }
  const reading = { ledger, firstHeaderRow, lastHeaderRow, headers, mapping, missing: [] }
  return { ok: true, choice: { kind: 'read', reading, includeHidden } }
}
