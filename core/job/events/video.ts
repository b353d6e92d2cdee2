import type { JobRecording } from '../../video/recording.ts'
import type { PersonId } from '../../ids.ts'
import type { EpochMs } from '../../time/epoch.ts'

export type RecordingKept = {
  readonly type: 'RecordingKept'
  readonly occurredAt: EpochMs
  readonly by: PersonId
  readonly recording: JobRecording
}
