import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { pdfOf, zipOf } from './examples.ts'
import { documentLimits, inspectDocument } from './inspect-document.ts'

const problemOf = async (bytes: Buffer): Promise<string> => {
  const found = await inspectDocument(bytes)
  return found.accepted ? found.type : found.problem
}
const word = { '[Content_Types].xml': 20, 'word/document.xml': 900 }

describe('a document', () => {
  test('is a PDF, a Word file or a picture by its bytes', async () => {
    assert.equal(await problemOf(pdfOf('plan')), 'application/pdf')
    assert.match(await problemOf(zipOf(word)), /wordprocessingml/)
    const paper = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    assert.equal(await problemOf(paper), 'image/png')
  })
  test('is not taken for what it is not, whatever its name', async () => {
    for (const bytes of [
      Buffer.from('<html><script>'),
      Buffer.from('MZ\x90\0'),
      Buffer.from('ftypmp42'),
      zipOf({ a: 1 }),
    ])
      assert.equal(await problemOf(bytes), 'document-type-unfit')
  })
  test('came through whole', async () => {
    assert.equal(await problemOf(Buffer.alloc(0)), 'document-empty')
    assert.equal(await problemOf(pdfOf('plan').subarray(0, -20)), 'document-damaged')
    assert.equal(await problemOf(zipOf(word).subarray(0, -20)), 'document-damaged')
  })
  test('is no larger than it may be, packed or unpacked, to the byte', async () => {
    const { bytesMax, unfoldedBytesMax } = documentLimits
    const pdf = pdfOf('plan')
    assert.equal(
      await problemOf(Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(bytesMax - 5 - 5), Buffer.from('%%EOF')])),
      'application/pdf',
    )
    assert.equal(await problemOf(Buffer.concat([pdf, Buffer.alloc(bytesMax)])), 'document-too-large')
    const full = { ...word, 'word/media/1.png': unfoldedBytesMax - 920 }
    assert.match(await problemOf(zipOf(full)), /wordprocessingml/)
    assert.equal(await problemOf(zipOf({ ...full, more: 1 })), 'document-unfolds-too-far')
  })
  test('brings no macros along', async () => {
    assert.equal(await problemOf(zipOf({ ...word, 'word/vbaProject.bin': 9 })), 'document-has-macros')
  })
})
