import type { EvidenceRefusal } from '#core/evidence/evidence-refusal.ts'

export const recordingTypes = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const
export type RecordingType = (typeof recordingTypes)[number]

/** Half a minute of speech is some 200 kB; the rest is room. A few bytes are a microphone that never opened. */
export const recordingLimits = { bytesMax: 2 * 1024 * 1024, bytesMin: 400 } as const

/** What phones record speech in, told by the first bytes alone; undefined for anything else. */
export const recordingTypeOf = (bytes: Buffer): RecordingType | undefined => {
  if (bytes.subarray(0, 4).equals(Buffer.from('1a45dfa3', 'hex')) && bytes.subarray(0, 64).includes('webm'))
    return 'audio/webm'
  if (bytes.subarray(0, 4).equals(Buffer.from('OggS'))) return 'audio/ogg'
  const brand = bytes.subarray(8, 12).toString('latin1')
  return bytes.subarray(4, 8).equals(Buffer.from('ftyp')) && /^(M4A |mp4[12]|iso[m2-6]|dash)$/.test(brand)
    ? 'audio/mp4'
    : undefined
}

/** Claimed as sound and sound by its bytes. It is never decoded here: it is kept as it came in, and played by a browser. */
export const judgeRecording = (
  bytes: Buffer,
  type: RecordingType,
  claimedType: string | undefined,
): readonly EvidenceRefusal[] => {
  const { bytesMax, bytesMin } = recordingLimits
  if (bytes.byteLength > bytesMax)
    return [{ code: 'recording-too-many-bytes', params: { bytes: bytes.byteLength, bytesMax } }]
  if (bytes.byteLength < bytesMin) return [{ code: 'recording-empty', params: {} }]
  if (claimedType !== undefined && claimedType !== type)
    return [{ code: 'picture-type-mismatch', params: { claimed: claimedType.slice(0, 100), found: type } }]
  return []
}
