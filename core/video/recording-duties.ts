import type { JobRecord } from '../job/job.ts'
import type { Obligation } from '../job/obligations.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addHours } from '../time/epoch.ts'
import type { Window } from '../time/window.ts'
import { gapsIn } from './coverage.ts'
import { filmingOf } from './filming.ts'

/**
 * Every stretch of work that has to be filmed is owed its film, without gaps, some hours after it ended; also when the job is
 * closed by then. What is missing stays late until it is handed in: nobody can film the past.
 */
export const recordingDuties = (record: JobRecord, rulebook: Rulebook): readonly Obligation[] => {
  const filming = filmingOf(record, rulebook)
  if (!filming) return []
  return record.work.flatMap(({ from, to }, i): readonly Obligation[] => {
    if (to === null || to <= from) return []
    const dueAt = addHours(to, filming.handInHoursMax)
    return [
      {
        key: `hand-in-recording.${i}`,
        kind: 'hand-in-recording',
        assignee: { authority: filming.owedBy, of: 'plant' },
        opensAt: to,
        dueAt,
        lateAt: dueAt,
        met: metBy(record, { from, to }, filming.gapSecondsMax),
        lapsedAt: null,
      },
    ]
  })
}

/** Met from the moment at which the last gap was filled, by whoever filled it. */
const metBy = ({ recordings }: JobRecord, span: Window, gapSecondsMax: number): Obligation['met'] => {
  const inOrder = recordings.toSorted((a, b) => a.keptAt - b.keptAt)
  const count = inOrder.findIndex((_, i) => gapsIn(span, inOrder.slice(0, i + 1), gapSecondsMax).length === 0)
  const last = inOrder[count]
  return last ? { at: last.keptAt, by: last.by } : null
}
