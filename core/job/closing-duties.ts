import type { Rulebook } from '../rulebook/rulebook.ts'
import { addMinutes } from '../time/epoch.ts'
import { acceptancesOf } from './decide/closing.ts'
import { minutesFor } from './deadlines.ts'
import { pointsOf } from './hold-points-of.ts'
import type { RecordedJob } from './job.ts'
import type { Obligation } from './obligations.ts'

/** After the work: watch for embers, be accepted, and be closed before the permit's time is long over. */
export const closingDuties = (job: RecordedJob, rulebook: Rulebook): readonly Obligation[] => {
  if (job.status !== 'finished' && job.status !== 'closed') return []
  const { record } = job
  const finishedAt = record.work.at(-1)?.to ?? record.submittedAt
  const closedAt = job.status === 'closed' ? job.closedAt : null
  const watchMinutes = Math.max(
    0,
    ...pointsOf('close-out', record, rulebook).map(({ fireWatchMinutes }) => fireWatchMinutes.value),
  )
  const watchedUntil = addMinutes(finishedAt, watchMinutes)
  const watched = record.fireWatchRounds.find(({ occurredAt }) => occurredAt >= watchedUntil)
  const guardian = record.application.guardians[0] ?? record.application.leader
  const fireWatch: readonly Obligation[] =
    watchMinutes === 0
      ? []
      : [
          {
            key: 'fire-watch',
            kind: 'fire-watch',
            holdPoint: 'close-out',
            assignee: { person: guardian },
            opensAt: finishedAt,
            dueAt: watchedUntil,
            lateAt: addMinutes(watchedUntil, minutesFor('fire-watch', rulebook) ?? unspokenMinutes),
            met: watched ? { at: watched.occurredAt, by: watched.by } : null,
            lapsedAt: null,
          },
        ]
  const acceptances = acceptancesOf(record, rulebook).map(({ id, by }): Obligation => {
    const signed = record.acceptances[id]
    const dueAt = addMinutes(watchedUntil, minutesFor('accept', rulebook) ?? unspokenMinutes)
    const person = by === 'guardian' ? guardian : record.application.leader
    return {
      key: `accept.${id}`,
      kind: 'accept',
      holdPoint: 'close-out',
      assignee: by === 'unit' ? { authority: 'place-unit', of: 'place-unit' } : { person },
      opensAt: watchedUntil,
      dueAt,
      lateAt: dueAt,
      met: signed ? { at: signed.occurredAt, by: signed.by } : null,
      lapsedAt: closedAt,
    }
  })
  const pictures = pointsOf('close-out', record, rulebook).map(({ residuePicturesMin }) => residuePicturesMin.value)
  const cleared = record.residuePictures.length >= Math.max(0, ...pictures) ? record.residueRecorded : null
  const clearedBy = addMinutes(finishedAt, minutesFor('close-out', rulebook) ?? unspokenMinutes)
  const clear: Obligation = {
    key: 'close-out',
    kind: 'close-out',
    holdPoint: 'close-out',
    assignee: { person: guardian },
    opensAt: finishedAt,
    dueAt: clearedBy,
    lateAt: clearedBy,
    met: cleared ? { at: cleared.occurredAt, by: cleared.by } : null,
    lapsedAt: cleared ? null : closedAt,
  }
  return [...(pictures.length === 0 ? [] : [clear]), ...fireWatch, ...acceptances]
}

/** 4.15 asks for acceptance "in time" without a number; where a rulebook names none either, an hour is the product's own. */
const unspokenMinutes = 60
