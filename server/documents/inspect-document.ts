import { inspectPicture, pictureTypes, type PictureType } from '../evidence/inspect-picture.ts'
import { pictureLimits } from '../evidence/picture-limits.ts'
import { readZipDirectory } from './zip-directory.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const documentTypes = ['application/pdf', wordType, ...pictureTypes] as const
export type DocumentType = (typeof documentTypes)[number]

export const documentLimits = {
  bytesMax: 20 * 1024 * 1024,
  /** What a Word file may unfold to; a plan with many pictures has some tens of megabytes. */
  unfoldedBytesMax: 200 * 1024 * 1024,
} as const

export type DocumentProblem =
  | 'document-empty'
  | 'document-too-large'
  | 'document-type-unfit'
  | 'document-damaged'
  | 'document-unfolds-too-far'
  | 'document-has-macros'

export type InspectedDocument =
  | { readonly accepted: true; readonly type: DocumentType }
  | { readonly accepted: false; readonly problem: DocumentProblem }

/**
 * Whether the bytes are a plan that people can open: PDF, Word or a picture of paper. Told by the bytes alone; a name and a declared type
 * are claims. A packed file is judged by its table of contents, so that what would unfold to gigabytes is never unfolded.
 */
export const inspectDocument = async (bytes: Buffer): Promise<InspectedDocument> => {
  if (bytes.byteLength === 0) return refuse('document-empty')
  if (bytes.byteLength > documentLimits.bytesMax) return refuse('document-too-large')
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return inspectPdf(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return inspectWord(bytes)
  return inspectPaper(bytes)
}

const refuse = (problem: DocumentProblem): InspectedDocument => ({ accepted: false, problem })

/** A file that was cut off on the way has no end; the end may be followed by a little rubbish. */
const tailBytes = 2048

const inspectPdf = (bytes: Buffer): InspectedDocument =>
  bytes.subarray(-tailBytes).includes('%%EOF')
    ? { accepted: true, type: 'application/pdf' }
    : refuse('document-damaged')

const inspectWord = (bytes: Buffer): InspectedDocument => {
  const entries = readZipDirectory(bytes)
  if (entries === undefined) return refuse('document-damaged')
  const names = new Set(entries.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) return refuse('document-type-unfit')
  if (names.has('word/vbaProject.bin')) return refuse('document-has-macros')
  const unfolded = entries.reduce((sum, { unfoldedBytes }) => sum + unfoldedBytes, 0)
  return unfolded > documentLimits.unfoldedBytesMax
    ? refuse('document-unfolds-too-far')
    : { accepted: true, type: wordType }
}

const inspectPaper = async (bytes: Buffer): Promise<InspectedDocument> => {
  const found = await inspectPicture(bytes, undefined, { ...pictureLimits, bytesMax: documentLimits.bytesMax })
  if (found.accepted) {
    const { type } = found.picture
    return isPicture(type) ? { accepted: true, type } : refuse('document-type-unfit')
  }
  const [refusal] = found.refusals
  if (refusal?.code === 'picture-type-unfit') return refuse('document-type-unfit')
  return refuse(refusal?.code === 'picture-too-many-pixels' ? 'document-unfolds-too-far' : 'document-damaged')
}

const isPicture = (type: string): type is PictureType => pictureTypes.some((one) => one === type)
