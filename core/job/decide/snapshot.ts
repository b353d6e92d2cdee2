import type { EvidenceId } from '../../ids.ts'
import { judgeFence } from '../../place/position.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { minuteMs, type EpochMs } from '../../time/epoch.ts'
import { clockSkewSecondsMax } from '../clock-skew.ts'
import type { RecordSnapshot } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { EvidenceFacts, Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import { fenceMetresMaxOf, pointsOf, strictest } from '../hold-points-of.ts'
import type { Job, JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import type { Snapshot } from '../site-records.ts'
import { checkPictures } from './check-evidence.ts'
import { checkApplies, checkGuardian } from './hold-points.ts'
import { needsState } from './needs-state.ts'

/**
 * What the work looked like, and that its guardian was there, at one moment. The moment is that of the pictures, which a capture ticket
 * bounds: a time that is only said would make any two pictures good for any half hour.
 */
export const recordSnapshot = (
  { by, occurredAt, snapshot }: RecordSnapshot,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['active', 'suspended'], ({ record }) => {
    const asked = picturesAsked(snapshot, record, rulebook)
    const found = asked.flatMap((picture) => facts.evidence[picture] ?? [])
    const refusals = [
      ...checkApplies('snapshot', record, rulebook),
      ...checkGuardian(by, record),
      ...checkInWindow(snapshot.capturedAt, record),
      ...checkPictures(asked, { step: 'snapshot', by }, record, facts),
      ...checkMoment(snapshot.capturedAt, found),
      ...checkOneLook(found, record, rulebook),
      ...found.flatMap((picture) => checkNotElsewhere(picture, record, rulebook, facts)),
    ]
    if (refusals.length > 0) return refuse(refusals)
    const isPlaced = found.every((picture) => placingOf(picture, record, rulebook, facts)?.verdict !== 'unclear')
    return accept([
      { type: 'SnapshotTaken', by, occurredAt, snapshot, ...(isPlaced ? {} : { placing: 'unclear' as const }) },
    ])
  })

/** Where only one picture is asked for, the phone names it twice. */
const picturesAsked = (
  { workFace, guardian }: Snapshot,
  record: JobRecord,
  rulebook: Rulebook,
): readonly EvidenceId[] => {
  const asked = new Set(pointsOf('snapshot', record, rulebook).flatMap(({ pictures }) => pictures))
  return [...(asked.has('work-face') ? [workFace] : []), ...(asked.has('guardian') ? [guardian] : [])]
}

/** Past its time the permit permits nothing, so a picture of it shows no permitted work (4.16). */
const checkInWindow = (at: EpochMs, { application: { window } }: JobRecord): readonly Refusal[] =>
  at <= window.to ? [] : [ground({ code: 'outside-window', params: window }, { clause: '4.16' })]

/** From the first picture to the last, and as little besides as clocks differ. */
const checkMoment = (capturedAt: EpochMs, pictures: readonly EvidenceFacts[]): readonly Refusal[] => {
  if (pictures.length === 0) return []
  const taken = pictures.map((picture) => picture.capturedAt)
  const [first, last] = [Math.min(...taken) as EpochMs, Math.max(...taken) as EpochMs]
  const skewMs = clockSkewSecondsMax * 1000
  return first - skewMs <= capturedAt && capturedAt <= last + skewMs
    ? []
    : [
        ground(
          { code: 'snapshot-time-differs', params: { capturedAt, takenAt: capturedAt < first ? first : last } },
          { source: 'product' },
        ),
      ]
}

/** The work of now and the guardian of half an hour ago are no snapshot. They may lie as far apart as one may be late. */
const checkOneLook = (
  pictures: readonly EvidenceFacts[],
  record: JobRecord,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const minutesMax = strictest(
    pointsOf('snapshot', record, rulebook).map(({ toleranceMinutes }) => toleranceMinutes.value),
  )
  if (minutesMax === null || pictures.length === 0) return []
  const taken = pictures.map((picture) => picture.capturedAt)
  const minutes = (Math.max(...taken) - Math.min(...taken)) / minuteMs
  return minutes <= minutesMax
    ? []
    : [ground({ code: 'snapshot-pictures-apart', params: { minutes, minutesMax } }, { source: 'product' })]
}

/** Null where nothing says what the site is; `unclear` where the picture does not say where it was taken, or not well enough. */
const placingOf = ({ position }: EvidenceFacts, record: JobRecord, rulebook: Rulebook, { place }: Facts) => {
  const metresMax = fenceMetresMaxOf(record, rulebook)
  if (metresMax === null) return null
  const judged = position && place && judgeFence(position, place.fence, metresMax)
  return { metresMax, ...(judged ?? { verdict: 'unclear' as const, distanceMetres: null }) }
}

/**
 * A picture that was surely taken elsewhere does not show the work. One that does not say where it was taken is kept and told as such,
 * unlike at the other hold points: it opens nothing, positions fail just where the work is (in vessels, under racks), whether the guardian
 * is there is watched by itself, and a snapshot refused for its position would leave no picture of that half hour at all.
 */
const checkNotElsewhere = (
  picture: EvidenceFacts,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const placing = placingOf(picture, record, rulebook, facts)
  if (placing?.verdict !== 'outside') return []
  const { distanceMetres, metresMax } = placing
  return [
    ground(
      { code: 'evidence-taken-elsewhere', params: { evidence: picture.id, distanceMetres, metresMax } },
      { source: 'product' },
    ),
  ]
}
