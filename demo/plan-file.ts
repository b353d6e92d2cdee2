import { createHash } from 'node:crypto'
import type { PlanFile } from '#core/job/plan-document.ts'

/** One page that stands for every written plan of the fictional past. */
export const planFileBytes = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

export const demoPlanFile: PlanFile = {
  contentHash: createHash('sha256').update(planFileBytes).digest('hex'),
  mime: 'application/pdf',
  byteCount: planFileBytes.byteLength,
  name: '作业方案.pdf',
}

export const planDocumentOf = (job: string): string => `plan-${job}`
