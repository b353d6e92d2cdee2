import { filmingOf } from '../../video/filming.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { Window } from '../../time/window.ts'
import type { KeepRecording } from '../commands/video.ts'
import { accept, type Decision } from '../decision.ts'
import { isRecorded } from '../evolve.ts'
import type { Job } from '../job.ts'

/** A job takes the film that it owes and that shows some of its time, each piece once; all else is the register's alone. */
export const keepRecording = ({ by, occurredAt, recording }: KeepRecording, job: Job, rulebook: Rulebook): Decision => {
  if (!isRecorded(job) || filmingOf(job.record, rulebook) === null) return accept([])
  const { recordings, work, application } = job.record
  const isKnown = recordings.some(({ id }) => id === recording.id)
  const shows = [application.window, ...work.map(({ from, to }) => ({ from, to: to ?? occurredAt }))].some((span) =>
    overlap(span, recording),
  )
  return accept(isKnown || !shows ? [] : [{ type: 'RecordingKept', by, occurredAt, recording }])
}

const overlap = (one: Window, other: Window): boolean => one.from < other.to && other.from < one.to
