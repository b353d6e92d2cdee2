import type { JobRecord } from '../../job/job.ts'
import { minutesBetween, type EpochMs } from '../../time/epoch.ts'

/** How the work stands at this moment: not begun, going on, or interrupted since an instant. */
export type CurrentBreak =
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'working' }
  | { readonly kind: 'interrupted'; readonly since: EpochMs; readonly minutes: number }

export const currentBreak = (record: Pick<JobRecord, 'work'> | null, now: EpochMs): CurrentBreak => {
  const last = record?.work.at(-1)
  if (!last) return { kind: 'not-begun' }
  if (last.to === null) return { kind: 'working' }
  return { kind: 'interrupted', since: last.to, minutes: minutesBetween(last.to, now) }
}

/** Whether the sample that let work begin still stands: while work goes on, and through a break that the level allows. */
export const sampleStillStands = (state: CurrentBreak, breakMinutesMax: number): boolean => {
  switch (state.kind) {
    case 'not-begun':
      return false
    case 'working':
      return true
    case 'interrupted':
      return 0 <= state.minutes && state.minutes <= breakMinutesMax
  }
}
