import { z } from 'zod'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Window } from '#core/time/window.ts'
import { equipmentId, instant, jobId, longText, optionalText, placeId, shortText } from './values.ts'

/** Where the picture is fetched. Who may fetch it is the recorder's business: no password belongs in a register. */
const streamAddress = z
  .string()
  .trim()
  .max(400)
  .regex(/^(rtsps?|https?):\/\/[^\s/@]+(\/\S*)?$/i, 'no-address')

/** A camera, new or corrected. Without a recorder it keeps its film itself and hands it in later. */
export const cameraRequest = z.strictObject({
  id: equipmentId,
  name: shortText,
  address: streamAddress.nullable(),
  explosionRating: shortText.nullable(),
  places: z.array(placeId).max(100),
  hasRecorder: z.boolean(),
})
export const cameraStatement = z.strictObject({ state: z.enum(['in-service', 'faulty']), note: optionalText })

const camerasMax = 500
/** The recorder says which cameras it is recording at this moment. */
export const recorderSigns = z.strictObject({
  at: instant.exactOptional(),
  cameras: z.array(equipmentId).min(1).max(camerasMax),
})

const recordingsMax = 500
const recordingId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'no-id')
export const recordingsRequest = z.strictObject({
  recordings: z
    .array(
      z.strictObject({
        id: recordingId,
        camera: equipmentId,
        from: instant,
        to: instant,
        contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'no-hash'),
        address: streamAddress,
      }),
    )
    .min(1)
    .max(recordingsMax),
})
export const recordingsKept = z.object({ kept: z.int(), known: z.int() })
export const recordingParam = z.object({ recording: recordingId })
export const holdParam = recordingParam.extend({ hold: z.string().min(1).max(80) })
export const holdRequest = z.strictObject({ reason: longText, job: jobId.exactOptional() })

export type CameraRequest = z.output<typeof cameraRequest>
export type RecordingsRequest = z.output<typeof recordingsRequest>

/** `GET /api/video` */
export type VideoRegister = {
  readonly now: EpochMs
  /** How long film is kept at least, by the rulebook. */
  readonly keptDaysMin: number
  readonly cameras: readonly CameraLine[]
  readonly recordings: readonly RecordingLine[]
  readonly work: readonly FilmedWork[]
}

export type CameraLine = {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly explosionRating: string | null
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly state: 'in-service' | 'faulty'
  readonly since: EpochMs
  readonly note: string
  readonly recorder: { readonly lastHeardAt: EpochMs | null; readonly isSilent: boolean } | null
}

export type RecordingLine = {
  readonly id: string
  readonly camera: string
  readonly cameraName: string
  readonly from: EpochMs
  readonly to: EpochMs
  readonly contentHash: string
  readonly address: string
  readonly keepUntil: EpochMs
  readonly letGoAt: EpochMs | null
  readonly holds: readonly {
    readonly id: string
    readonly reason: string
    readonly job: string | null
    readonly heldAt: EpochMs
    readonly heldBy: string
  }[]
}

/** A stretch of work that has to be filmed, and what no film shows of it. */
export type FilmedWork = {
  readonly job: string
  readonly content: string
  readonly place: string
  readonly span: Window
  readonly dueAt: EpochMs
  readonly state: 'complete' | 'waiting' | 'late'
  readonly gaps: readonly Window[]
}
