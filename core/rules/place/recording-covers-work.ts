import type { Problem } from '../../job/refusal.ts'
import { addMinutes, type EpochMs } from '../../time/epoch.ts'
import { isHeard, protectionOf, type Camera } from '../../video/camera.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'

/**
 * Whatever has to be filmed has a camera that covers its place, fit for the zone, working, and, from the application on, heard
 * through its recorder. One such camera is enough; without any, everything that keeps each of them from it is said. That the
 * film afterwards shows the work without gaps is owed, see `recording-duties.ts`.
 */
export const recordingCoversWork = defineRequirement({
  id: 'recording-covers-work@1',
  parameters: {
    protectionLevels: 'texts',
    silentMinutesMax: 'number',
    gapSecondsMax: 'number',
    handInHoursMax: 'number',
    owedBy: 'text',
  },
  check: ({ protectionLevels, silentMinutesMax }, { facts, application, record }) => {
    if (!facts.cameras) return unmet({ code: 'cameras-unknown', params: {} })
    if (facts.cameras.length === 0) return unmet({ code: 'camera-missing', params: { place: application.place } })
    const judged = facts.cameras.map((camera) => ({
      camera,
      // Nothing has to be heard of a camera for work that is only applied for.
      problems: problemsOf(camera, protectionLevels, record === null ? null : { silentMinutesMax, now: facts.now }),
    }))
    const fit = judged.filter(({ problems }) => problems.length === 0)
    if (fit.length === 0) return unmet(...judged.flatMap(({ problems }) => problems))
    const last = fit.map(({ camera }) => camera.recorder?.lastHeardAt ?? null)
    const [first, ...others] = last.filter((at) => at !== null)
    if (record === null || first === undefined || last.includes(null)) return met
    return metUntil(
      addMinutes(
        others.reduce((a, b) => (a > b ? a : b), first),
        silentMinutesMax,
      ),
    )
  },
})

type Hearing = { readonly silentMinutesMax: number; readonly now: EpochMs }

const problemsOf = (camera: Camera, levels: readonly string[], hearing: Hearing | null): readonly Problem[] => {
  const { id, state, since, explosionRating, recorder } = camera
  const protection = protectionOf(explosionRating)
  const problems: Problem[] = []
  if (state === 'faulty') problems.push({ code: 'camera-faulty', params: { camera: id, since } })
  if (protection === null || !levels.includes(protection))
    problems.push({ code: 'camera-unfit', params: { camera: id, rating: explosionRating } })
  if (hearing && !isHeard(camera, hearing.silentMinutesMax, hearing.now))
    problems.push({ code: 'camera-silent', params: { camera: id, since: recorder?.lastHeardAt ?? null } })
  return problems
}
