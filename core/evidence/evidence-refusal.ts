import type { EpochMs } from '../time/epoch.ts'

/** What a printed code may name. */
export const codeKinds = ['fan', 'detector', 'place', 'site'] as const
export type CodeKind = (typeof codeKinds)[number]

/** Why a capture or a scan is not taken as evidence, each with what one must know to put it right. */
export type EvidenceRefusalParams = {
  'picture-type-unfit': { found: string; accepted: readonly string[] }
  'picture-type-mismatch': { claimed: string; found: string }
  'picture-too-many-bytes': { bytes: number; bytesMax: number }
  'picture-too-many-pixels': { pixels: number; pixelsMax: number }
  'picture-too-small': { widthPixels: number; heightPixels: number; edgePixelsMin: number }
  'picture-unreadable': Record<never, never>
  'recording-too-many-bytes': { bytes: number; bytesMax: number }
  'recording-empty': Record<never, never>
  'capture-not-in-app': Record<never, never>
  'capture-ticket-unknown': Record<never, never>
  'capture-ticket-expired': { occurredAt: EpochMs; expiresAt: EpochMs }
  'capture-ticket-not-yet-valid': { occurredAt: EpochMs; issuedAt: EpochMs }
  'capture-ticket-used': { usedAt: EpochMs }
  'capture-ticket-other-job': { job: string; expected: string }
  'capture-ticket-other-step': { step: string; expected: string }
  'capture-ticket-other-person': Record<never, never>
  'capture-from-the-future': { aheadSeconds: number }
  'code-unreadable': Record<never, never>
  'code-forged': Record<never, never>
  'code-of-another-plant': Record<never, never>
  'code-of-another-kind': { found: CodeKind; expected: CodeKind }
}

export type EvidenceRefusalCode = keyof EvidenceRefusalParams

export type EvidenceRefusal = {
  readonly [C in EvidenceRefusalCode]: { readonly code: C; readonly params: EvidenceRefusalParams[C] }
}[EvidenceRefusalCode]
