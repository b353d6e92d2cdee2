import type { EquipmentId, PersonId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'

/** A stretch of film as a job knows it: which camera, of when, and by which hash it is the same for ever. */
export type JobRecording = {
  readonly id: string
  readonly camera: EquipmentId
  readonly from: EpochMs
  readonly to: EpochMs
  readonly contentHash: string
}

/** With who handed it in, and when. */
export type KeptRecording = JobRecording & { readonly keptAt: EpochMs; readonly by: PersonId }
