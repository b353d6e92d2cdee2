import { minuteMs, type EpochMs } from '../time/epoch.ts'
import type { StopReason } from './job.ts'
import type { Obligation, ObligationKind } from './obligations.ts'

/** Why a phone may sound: five minutes before, at the time, and after it. */
export type DutyAlarm = 'due-soon' | 'due-now' | 'overdue'

const soonMinutes = 5
/** A duty that nobody did asks again after this long, however often it was waved away. */
const againMinutes = 5

/** Duties that people at the site depend on while work goes on; papers and approvals wait on the home page without a siren. */
const soundsFor: { readonly [K in ObligationKind]: boolean } = {
  mend: false,
  'answer-return': false,
  approve: false,
  prepare: false,
  'confirm-measures': false,
  'sign-briefing': false,
  'test-gas': false,
  ventilate: false,
  'witness-check': false,
  'sign-in': false,
  start: false,
  snapshot: true,
  'gas-record': true,
  'fire-watch': true,
  'close-out': false,
  accept: false,
  agree: false,
  'end-work': true,
  'settle-debt': false,
  'hand-in-recording': false,
  'forced-rest': true,
}

/** `call` names this alarm once: whoever answered it is not called again until the next one. */
export const alarmOfDuty = (
  { key, kind, opensAt, dueAt, lateAt }: Pick<Obligation, 'key' | 'kind' | 'opensAt' | 'dueAt' | 'lateAt'>,
  now: EpochMs,
): { readonly alarm: DutyAlarm; readonly call: string } | null => {
  if (!soundsFor[kind] || now < opensAt || now < dueAt - soonMinutes * minuteMs) return null
  if (now < dueAt) return { alarm: 'due-soon', call: `${key} due-soon` }
  if (now <= lateAt) return { alarm: 'due-now', call: `${key} due-now` }
  const round = Math.floor((now - lateAt) / (againMinutes * minuteMs))
  return { alarm: 'overdue', call: `${key} overdue ${round}` }
}

export type StopAlarm = 'guardian-left' | 'work-stopped' | 'evacuate'

/** What a stop means for those who work there: bad air is left at once, a planned break is no alarm. */
export const alarmOfStop = (reason: StopReason): StopAlarm | null => {
  switch (reason) {
    case 'gas-alarm':
    case 'evacuation':
      return 'evacuate'
    case 'guardian-left':
    case 'guardian-silent':
      return 'guardian-left'
    case 'stop-work':
    case 'other':
      return 'work-stopped'
    case 'break':
    case 'cancelling':
    case 'change':
      return null
  }
}
