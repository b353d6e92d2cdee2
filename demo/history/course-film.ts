import { createHash } from 'node:crypto'
import { addMinutes, minuteMs, type EpochMs } from '#core/time/epoch.ts'
import { filmingOf } from '#core/video/filming.ts'
import { portableOf } from '../cameras.ts'
import { recordOf, wait, type Course, type Steps } from './course-steps.ts'

/** A camera begins its next file after so long. */
const fileMinutes = 60
/** Of so many films one lacks its last file: somebody forgot to bring the memory card. */
const forgottenOneIn = 30

/** What the unit's own camera filmed of the work is brought in once the job is over. */
export function* handInFilm(course: Course): Steps {
  const { plant, plan, living, act } = course
  const record = recordOf(course)
  if (filmingOf(record, plant.setting.rulebook) === null) return
  yield* wait(course, 25)
  const camera = portableOf(plant.placeOf(plan.place).unit)
  const files = record.work.flatMap(({ from, to }) => (to === null ? [] : filesOf(from, to)))
  const isForgotten = Number.parseInt(hashOf(living.id).slice(0, 6), 16) % forgottenOneIn === 0
  for (const { from, to } of isForgotten ? files.slice(0, -1) : files) {
    const recording = `${living.id}-${from}`
    act(record.application.leader, {
      type: 'KeepRecording',
      recording: { id: recording, camera, from, to, contentHash: hashOf(recording) },
    })
  }
}

const filesOf = (from: EpochMs, to: EpochMs) =>
  Array.from({ length: Math.ceil((to - from) / (fileMinutes * minuteMs)) }, (_, i) => ({
    from: addMinutes(from, i * fileMinutes),
    to: Math.min(to, addMinutes(from, (i + 1) * fileMinutes)) as EpochMs,
  }))

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
