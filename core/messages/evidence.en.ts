import type { CodeKind } from '../evidence/evidence-refusal.ts'
import type { EvidenceWords } from './evidence.zh-cn.ts'

const codeNames: Readonly<Record<CodeKind, string>> = {
  fan: 'a fan',
  detector: 'a detector',
  place: 'a place of work',
  site: 'the site',
}

export const evidenceEn: EvidenceWords = {
  'picture-type-unfit': () => 'This file is no JPEG, PNG or WebP picture. Take the picture again on this page.',
  'picture-type-mismatch': ({ claimed, found }) =>
    `The file says it is ${claimed} but contains ${found}. Take the picture again on this page.`,
  'picture-too-many-bytes': ({ bytes, bytesMax }) =>
    `The picture has ${toMegabytes(bytes)} MB, at most ${toMegabytes(bytesMax)} MB are taken. Lower the camera’s resolution and take it again.`,
  'picture-too-many-pixels': ({ pixels, pixelsMax }) =>
    `The picture has ${toMegapixels(pixels)} megapixels, at most ${toMegapixels(pixelsMax)} are taken. Lower the camera’s resolution and take it again.`,
  'picture-too-small': ({ widthPixels, heightPixels, edgePixelsMin }) =>
    `The picture has only ${widthPixels} × ${heightPixels} pixels, each side needs ${edgePixelsMin}. Take it again.`,
  'recording-too-many-bytes': () => 'The recording is too long. Record only the reading.',
  'recording-empty': () => 'No sound was recorded. Check the microphone and record again.',
  'picture-unreadable': () => 'The picture cannot be opened; perhaps it came only in part. Take it again.',
  'capture-not-in-app': () => 'A picture from the gallery is no evidence. Take it here and now, on this page.',
  'capture-ticket-unknown': () => 'There is no permission for this capture. Open the camera again from the job’s page.',
  'capture-ticket-expired': () =>
    'The permission for this capture had run out. Open the camera again from the job’s page.',
  'capture-ticket-not-yet-valid': () =>
    'The picture was taken before it was asked for. Take it again; if you just did, check the phone’s clock.',
  'capture-ticket-used': () =>
    'This permission was already used for another picture. Open the camera again from the job’s page.',
  'capture-ticket-other-job': () =>
    'This picture was taken for another job. Go back to this job’s page and take it again.',
  'capture-ticket-other-step': () => 'This picture was taken for another step. Take one for the present step.',
  'capture-ticket-other-person': () =>
    'The permission for this capture belongs to somebody else. Sign in as yourself and take the picture again.',
  'capture-from-the-future': ({ aheadSeconds }) =>
    `The phone’s clock is ${aheadSeconds} seconds ahead. Let it set itself and take the picture again.`,
  'code-unreadable': () => 'This code is not one of ours. Scan the one that is posted on site.',
  'code-forged': () => 'This code was not printed by this system. Tell the safety officer, and have it replaced.',
  'code-of-another-plant': () => 'This code belongs to another plant. Scan the one that is posted in this plant.',
  'code-of-another-kind': ({ found, expected }) =>
    `This is the code of ${codeNames[found]}; here that of ${codeNames[expected]} is needed.`,
}

const toMegabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1)
const toMegapixels = (pixels: number): number => Math.round(pixels / 1_000_000)
