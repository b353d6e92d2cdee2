import { createHmac, timingSafeEqual } from 'node:crypto'
import qrcode from 'qrcode'
import { codeKinds, type CodeKind } from '#core/evidence/evidence-refusal.ts'
import type { SigningKey } from './signing-key.ts'

/** What a printed code names. It proves that we printed it, not that somebody stands before it: a code can be photographed. */
export type CodeContent = { readonly kind: CodeKind; readonly plantId: string; readonly id: string }

export type CodeReading =
  | { readonly accepted: true; readonly content: CodeContent }
  | { readonly accepted: false; readonly refusal: 'code-unreadable' | 'code-forged' | 'code-of-another-plant' }

export type CodeSigner = {
  readonly sign: (content: CodeContent) => string
  /** Takes the bare code, or an address that ends in it, as the site's code is printed. */
  readonly read: (text: string, plantId: string) => CodeReading
}

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/
/** The point separates the parts, so a point inside a name is written otherwise. */
const codePattern = /HP1\.([a-z]+)\.([A-Za-z0-9_:~-]{1,80})\.([A-Za-z0-9_:~-]{1,80})\.([A-Za-z0-9_-]{22})$/
const toPart = (name: string): string => name.replaceAll('.', '~')
const toName = (part: string): string => part.replaceAll('~', '.')
const textLengthMax = 600
/** 128 bits, 22 characters: as unguessable as needed, and a coarser code that a dirty lens still reads. */
const signatureBytes = 16

export const createCodeSigner = (key: SigningKey): CodeSigner => {
  const signatureOf = (body: string): Buffer =>
    createHmac('sha256', key).update(body).digest().subarray(0, signatureBytes)

  return {
    sign: ({ kind, plantId, id }) => {
      if (!namePattern.test(plantId) || !namePattern.test(id))
        throw new Error(`${plantId} ${id} cannot be printed as a code`)
      const body = `HP1.${kind}.${toPart(plantId)}.${toPart(id)}`
      return `${body}.${signatureOf(body).toString('base64url')}`
    },
    read: (text, plantId) => {
      const found = text.length > textLengthMax ? null : codePattern.exec(text.trim())
      const [kind, ofPlant, id, signature] = found?.slice(1) ?? []
      if (!isCodeKind(kind) || ofPlant === undefined || id === undefined || signature === undefined)
        return refuse('code-unreadable')
      const expected = signatureOf(`HP1.${kind}.${ofPlant}.${id}`)
      if (!timingSafeEqual(expected, Buffer.from(signature, 'base64url'))) return refuse('code-forged')
      if (toName(ofPlant) !== plantId) return refuse('code-of-another-plant')
      return { accepted: true, content: { kind, plantId, id: toName(id) } }
    },
  }
}

/**
 * The code as printed at a site's entrance: an address, so that any phone's camera opens the stop page without our app.
 * It stands in the fragment, which no proxy and no log on the way gets to see.
 */
export const toCodeAddress = (pageAddress: string, code: string): string => `${pageAddress}#${code}`

/** Level Q: a quarter of the code may be painted over or torn off and it still reads. */
const drawing = { errorCorrectionLevel: 'Q', margin: 4 } as const

export const drawCodeSvg = (text: string): Promise<string> => qrcode.toString(text, { ...drawing, type: 'svg' })
export const drawCodePng = (text: string, widthPixels: number): Promise<Buffer> =>
  qrcode.toBuffer(text, { ...drawing, type: 'png', width: widthPixels })

const refuse = (refusal: 'code-unreadable' | 'code-forged' | 'code-of-another-plant'): CodeReading => ({
  accepted: false,
  refusal,
})

const isCodeKind = (text: string | undefined): text is CodeKind => codeKinds.some((kind) => kind === text)
