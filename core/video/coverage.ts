import { earliest, latest, type EpochMs } from '../time/epoch.ts'
import type { Window } from '../time/window.ts'

/**
 * The stretches of a span that no recording shows. Several cameras may take turns; a gap no longer than the tolerance is the
 * moment in which a recorder begins its next file.
 */
export const gapsIn = (span: Window, recordings: readonly Window[], gapSecondsMax: number): readonly Window[] => {
  const gaps: Window[] = []
  let shownUntil: EpochMs = span.from
  const note = (until: EpochMs): void => {
    if (until - shownUntil > gapSecondsMax * 1000) gaps.push({ from: shownUntil, to: until })
  }
  for (const { from, to } of recordings.filter((one) => one.from < one.to).toSorted((a, b) => a.from - b.from)) {
    if (to <= shownUntil) continue
    if (from >= span.to) break
    note(earliest(from, span.to))
    shownUntil = latest(shownUntil, earliest(to, span.to))
  }
  note(span.to)
  return gaps
}
