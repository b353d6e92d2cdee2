import type { JobId, PlantId } from '#core/ids.ts'
import type { GuardedCommand, StopWork } from '#core/job/commands.ts'
import { decide, stopWork } from '#core/job/decide.ts'
import type { Decision } from '#core/job/decision.ts'
import type { JobEvent } from '#core/job/events.ts'
import { replay } from '#core/job/evolve.ts'
import type { Job, Pin } from '#core/job/job.ts'
import { refuseWithoutRulebook } from '#core/job/without-rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'
import { followAlarmsAndTellPark } from './feed/tell-park.ts'
import { followBlind } from './blinds/follow-blind.ts'
import { gatherFacts, scopesOf } from './gather-facts.ts'
import { beginSuccessor } from './reactions/begin-successor.ts'
import type { Rulebooks } from './rulebooks/rulebooks.ts'
import type { Tx } from './store/database.ts'
import { appendEvents, readEvents, VersionConflict } from './store/events.ts'
import type { RecordedEvent } from './store/recorded-event.ts'
import { lockScopes } from './store/scopes.ts'
import { projectJob } from './views/jobs.ts'

export type Handling = {
  readonly rulebooks: Rulebooks
  readonly timeZone: string
  readonly clock: () => EpochMs
  /** Asked behind the lock, of the job as the decision will see it; throwing gives up the whole command. */
  readonly beforeDeciding?: (command: GuardedCommand, job: Job, version: number) => void
}

export type Outcome = { readonly decision: Decision; readonly job: Job; readonly version: number }

/** Lock, read, gather, decide, append: one transaction, the caller's. All the thinking is in `decide`. */
export const handle = async (tx: Tx, jobId: JobId, command: GuardedCommand, handling: Handling): Promise<Outcome> => {
  const before = await readEvents(tx, jobId)
  await lockScopes(tx, [`job:${jobId}`, ...scopesOf(command, replayed(before, jobId))])
  for (;;) {
    const outcome = await decideBehindLock(tx, jobId, command, handling)
    if (outcome !== 'overtaken') return outcome
  }
}

/** Overtaken: a stop, which waits for no lock, came between reading and writing. What is decided then is decided after it. */
const decideBehindLock = async (
  tx: Tx,
  jobId: JobId,
  command: GuardedCommand,
  { rulebooks, timeZone, clock, beforeDeciding }: Handling,
): Promise<Outcome | 'overtaken'> => {
  // Read again behind the lock: whoever held it may have changed the very thing that is decided here.
  const history = await readEvents(tx, jobId)
  const job = replayed(history, jobId)
  beforeDeciding?.(command, job, history.length)
  const now = monotonic(clock(), history.at(-1))
  // An application, also one that is mended, is for the rules of today; every other step is for those it was submitted under.
  const pin = command.type === 'SubmitJob' ? null : pinOf(job)
  const rulebook = await rulebooks.pinned(tx, pin)
  const decision = rulebook
    ? decide(command, job, rulebook, await gatherFacts(tx, command, job, now, timeZone))
    : refuseWithoutRulebook(pin)
  const events = decision.accepted ? decision.events : refusedEvents(command, decision.refusals)
  const appended = await appendUnlessOvertaken(tx, () => append(tx, jobId, history, events, decision.reliedOn, now))
  if (appended === 'overtaken') return 'overtaken'
  const after = replayed([...history, ...appended], jobId)
  await projectJob(tx, jobId, after, history.length + appended.length, rulebook, now)
  await follow(tx, { jobId, job: after, history, appended, rulebook, now })
  if ('record' in job) await beginSuccessor(tx, jobId, events, job.record.application, rulebook, now)
  if (decision.accepted) await followBlind(tx, after, events)
  return { decision, job: after, version: history.length + appended.length }
}

/** Of several events some may have found their place free; none of them is kept. */
const appendUnlessOvertaken = async <T>(tx: Tx, write: () => Promise<T>): Promise<T | 'overtaken'> => {
  await tx.query('savepoint before_append')
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error
    await tx.query('rollback to savepoint before_append')
    return 'overtaken'
  }
}

/**
 * A stop locks nothing, gathers nothing and expects no version. Somebody who appends at the same moment only moves it
 * one place further; it is tried again until it stands.
 */
export const handleStop = async (
  withPlant: <T>(plantId: PlantId, work: (tx: Tx) => Promise<T>) => Promise<T>,
  plantId: PlantId,
  jobId: JobId,
  command: StopWork,
  { rulebooks, clock }: Handling,
): Promise<number> => {
  for (;;)
    try {
      return await withPlant(plantId, async (tx) => {
        const history = await readEvents(tx, jobId)
        const now = monotonic(clock(), history.at(-1))
        const appended = await append(tx, jobId, history, [stopWork(command)], [], now)
        const after = replayed([...history, ...appended], jobId)
        const rulebook = await rulebooks.pinned(tx, pinOf(after))
        await projectJob(tx, jobId, after, history.length + appended.length, rulebook, now)
        await follow(tx, { jobId, job: after, history, appended, rulebook, now })
        return history.length + appended.length
      })
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error
    }
}

type Following = {
  readonly jobId: JobId
  readonly job: Job
  readonly history: readonly RecordedEvent[]
  readonly appended: readonly RecordedEvent[]
  readonly rulebook: Rulebook | null
  readonly now: EpochMs
}

const follow = (tx: Tx, { history, appended, ...grown }: Following): Promise<void> =>
  followAlarmsAndTellPark(tx, {
    ...grown,
    history: [...history, ...appended].map(({ event }) => event),
    seenVersion: history.length,
  })

const pinOf = (job: Job): Pin | null => ('record' in job ? job.record.rulebook : null)

const replayed = (history: readonly RecordedEvent[], jobId: JobId): Job =>
  replay(
    history.map(({ event }) => event),
    jobId,
  )

const monotonic = (now: EpochMs, last: RecordedEvent | undefined): EpochMs =>
  epochMs(Math.max(now, last?.recordedAt ?? 0))

const append = (
  tx: Tx,
  streamId: JobId,
  history: readonly RecordedEvent[],
  events: readonly JobEvent[],
  reliedOn: readonly string[],
  now: EpochMs,
): Promise<readonly RecordedEvent[]> => appendEvents(tx, { after: history.at(-1), streamId, events, reliedOn, now })

/** What the gates intercepted belongs to the history; slips of the finger at other steps do not. */
export const refusedEvents = (
  command: GuardedCommand,
  refusals: Extract<Decision, { accepted: false }>['refusals'],
): readonly JobEvent[] => {
  switch (command.type) {
    case 'SubmitJob':
      return [
        {
          type: 'CommandRefused',
          by: command.by,
          occurredAt: command.occurredAt,
          command: command.type,
          refusals,
          application: command.application,
        },
      ]
    case 'ApproveStep':
    case 'StartWork':
    case 'ResumeWork':
    case 'ChangePeople':
    case 'AnswerPeopleChange':
      return [
        { type: 'CommandRefused', by: command.by, occurredAt: command.occurredAt, command: command.type, refusals },
      ]
    default:
      return []
  }
}
