import type { JobId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import { draftFrom } from '#core/job/decide/changes/reissue.ts'
import type { JobEvent } from '#core/job/events.ts'
import { replay } from '#core/job/evolve.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { appendEvents } from '../store/events.ts'
import { projectJob } from '../views/jobs.ts'

/** Work that is issued anew begins with a draft of its own, in the same transaction: the old job never points to nothing. */
export const beginSuccessor = async (
  tx: Tx,
  jobId: JobId,
  events: readonly JobEvent[],
  application: Application,
  rulebook: Rulebook | null,
  now: EpochMs,
): Promise<void> => {
  for (const event of events)
    if (event.type === 'JobReissued') {
      const draft = draftFrom(application, event, jobId)
      await appendEvents(tx, { after: undefined, streamId: event.successor, events: [draft], reliedOn: [], now })
      await projectJob(tx, event.successor, replay([draft], event.successor), 1, rulebook, now)
    }
}
