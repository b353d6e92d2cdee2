import { createRoute, z } from '@hono/zod-openapi'
import {
  fileName,
  findingDecision,
  importId,
  importList,
  importRows,
  importView,
  indexInList,
  rowsQuery,
  sheetChoiceRequest,
  sheetHead,
  sheetHeadQuery,
} from '#contract/imports.ts'
import { problem } from '#contract/problem.ts'

/** What can be asked of an import over HTTP; `imports.ts` answers. */
const path = '/api/imports'
const one = `${path}/{import}` as const
const oneParam = z.object({ import: importId })
const fileParam = oneParam.extend({ file: indexInList })
const sheetParam = fileParam.extend({ sheet: indexInList })
const keyHeader = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const refused = {
  description: 'Refused, with every reason',
  content: { 'application/problem+json': { schema: problem } },
}
const viewed = { description: 'The import', content: json(importView) }

export const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The last imports of ledgers',
  responses: { 200: { description: 'Imports, the newest first', content: json(importList) } },
})
export const createImportRoute = createRoute({
  method: 'post',
  path,
  summary: 'Begin an import',
  request: { headers: keyHeader },
  responses: { 201: viewed },
})
export const readRoute = createRoute({
  method: 'get',
  path: one,
  summary: 'An import: its files, what was guessed, how far it has come',
  request: { params: oneParam },
  responses: { 200: viewed, 404: { description: 'No such import in this plant' } },
})
export const uploadRoute = createRoute({
  method: 'post',
  path: `${one}/files`,
  summary: 'Hand in one ledger; the body is the file',
  request: {
    params: oneParam,
    query: z.object({ name: fileName }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
  responses: { 201: viewed, 409: { description: 'The import is over' }, 422: refused },
})
export const chooseRoute = createRoute({
  method: 'put',
  path: `${one}/files/{file}/sheets/{sheet}`,
  summary: 'Say how a sheet is to be read, against the guess',
  request: { params: sheetParam, body: { required: true, content: json(sheetChoiceRequest) } },
  responses: { 200: viewed, 409: { description: 'The import is over' }, 422: refused },
})
export const headRoute = createRoute({
  method: 'get',
  path: `${one}/files/{file}/sheets/{sheet}/head`,
  summary: 'The first rows of a sheet, for saying which is the header, and what its columns seem to mean there',
  request: { params: sheetParam, query: sheetHeadQuery },
  responses: {
    200: { description: 'Rows, with long numbers hidden', content: json(sheetHead) },
    404: { description: 'No such sheet' },
    409: { description: 'The import is over' },
  },
})
export const previewRoute = createRoute({
  method: 'post',
  path: `${one}/preview`,
  summary: 'Judge every row; its progress is read from the import',
  request: { params: oneParam },
  responses: { 202: viewed, 409: { description: 'Not possible now' } },
})
export const commitRoute = createRoute({
  method: 'post',
  path: `${one}/commit`,
  summary: 'Take every good row over; its progress is read from the import',
  request: { params: oneParam, headers: keyHeader },
  responses: { 202: viewed, 409: { description: 'Not possible now' } },
})
export const cancelRoute = createRoute({
  method: 'post',
  path: `${one}/cancel`,
  summary: 'Break off what the import is doing; nothing of it stays',
  request: { params: oneParam },
  responses: { 200: viewed },
})
export const undoRoute = createRoute({
  method: 'post',
  path: `${one}/undo`,
  summary: 'Put back what was there before, within a day',
  request: { params: oneParam, headers: keyHeader },
  responses: { 200: viewed, 409: refused },
})
export const rowsRoute = createRoute({
  method: 'get',
  path: `${one}/rows`,
  summary: 'Rows by outcome, each with its reasons',
  request: { params: oneParam, query: rowsQuery },
  responses: { 200: { description: 'Rows', content: json(importRows) } },
})
export const decideRoute = createRoute({
  method: 'post',
  path: `${one}/findings`,
  summary: 'Settle a contradiction: take the ledger’s value or keep what is known',
  request: { params: oneParam, headers: keyHeader, body: { required: true, content: json(findingDecision) } },
  responses: { 200: viewed, 404: { description: 'No such finding' }, 409: { description: 'Decided before' } },
})
export const returnedRoute = createRoute({
  method: 'get',
  path: `${one}/files/{file}/returned`,
  summary: 'The uploaded file with the reason beside each row that was not taken over',
  request: { params: fileParam },
  responses: { 200: { description: 'A file like the uploaded one' }, 404: { description: 'No such file' } },
})
