import type { JobRecording } from '../../video/recording.ts'
import type { Issued } from '../commands.ts'

/** Told by the server to every job whose place the camera covers, once its recorder has handed the film in. */
export type KeepRecording = Issued & { readonly type: 'KeepRecording'; readonly recording: JobRecording }
