import { isRecorded } from '../job/evolve.ts'
import type { Job, RecordedJob } from '../job/job.ts'
import { obligations, type Obligation, type ObligationKind } from '../job/obligations.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { Alarm, AlarmEnd } from './alarm.ts'

/** What nobody did in time. Nothing has to happen for these: they follow from the job and now. */
export const timeAlarms = (job: Job, rulebook: Rulebook, now: EpochMs): readonly Alarm[] => {
  if (!isRecorded(job)) return []
  return [...obligations(job, rulebook).flatMap((duty) => lateAlarm(duty, now)), ...overtimeAlarm(job, now)]
}

/** Which alarm it is that a duty was not done in time; the others wait on the home page without one. */
const toldBy: { readonly [K in ObligationKind]?: Pick<Alarm, 'code' | 'owner'> } = {
  'gas-record': { code: '05', owner: 'gas-analyst' },
  approve: { code: '11', owner: 'approver' },
  'settle-debt': { code: '12', owner: 'safety' },
  'forced-rest': { code: '13', owner: 'leader' },
}

const lateAlarm = ({ key, kind, lateAt, met, lapsedAt }: Obligation, now: EpochMs): readonly Alarm[] => {
  const told = toldBy[kind]
  if (!told) return []
  const endedAt = met?.at ?? lapsedAt
  // In time is also who acts at the very last moment.
  if (now <= lateAt || (endedAt !== null && endedAt <= lateAt)) return []
  const end: AlarmEnd | null = met
    ? { at: met.at, result: 'put-right', by: met.by }
    : lapsedAt === null
      ? null
      : { at: lapsedAt, result: kind === 'approve' ? 'cancelled' : 'work-ended', by: null }
  return [{ ...told, key: `${told.code}.${key}`, startedAt: lateAt, end }]
}

/** A ticket that was issued and whose time is over must be closed: work going on under it has no ground. */
const overtimeAlarm = (job: RecordedJob, now: EpochMs): readonly Alarm[] => {
  const startedAt = job.record.application.window.to
  const end = endOfTicket(job)
  if (job.status === 'submitted' || now <= startedAt || (end !== null && end.at <= startedAt)) return []
  return [{ key: '10', code: '10', owner: 'leader', startedAt, end }]
}

const endOfTicket = (job: RecordedJob): AlarmEnd | null => {
  switch (job.status) {
    case 'closed':
      return { at: job.closedAt, result: 'work-ended', by: null }
    case 'cancelled':
      return { at: job.cancelledAt, result: 'cancelled', by: null }
    case 'submitted':
    case 'approved':
    case 'active':
    case 'suspended':
    case 'finished':
      return null
  }
}
