import { accept, refuse, type Decision } from '../decision.ts'
import { ground } from '../ground.ts'
import type { CloseAlarm } from '../commands/alarms.ts'
import type { Job } from '../job.ts'

/** Nothing is permitted by it: the gate that refused goes on refusing, and what is found wrong again is a new alarm. */
export const closeAlarm = ({ by, occurredAt, alarm, result }: CloseAlarm, job: Job): Decision =>
  job.status === 'none'
    ? refuse([
        ground(
          { code: 'job-in-wrong-state', params: { status: job.status, needed: ['drafted', 'submitted'] } },
          { source: 'product' },
        ),
      ])
    : accept([{ type: 'AlarmClosed', alarm, result, by, occurredAt }])
