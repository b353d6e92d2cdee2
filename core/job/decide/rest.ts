import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { ForeseeRest } from '../commands/rest.ts'
import { accept, type Decision } from '../decision.ts'
import type { GuardedCommand } from '../commands.ts'
import type { JobEvent } from '../events.ts'
import { evolve, isRecorded } from '../evolve.ts'
import type { Facts } from '../facts.ts'
import { foreseeRests } from '../foresee-rests.ts'
import type { Job } from '../job.ts'

/** Attendance came in later than the start: what is foreseen by it replaces what was. */
export const foreseeRest = (command: ForeseeRest, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  accept(foreseenAfter(command, job, rulebook, facts))

/** After these somebody is at work who was not, or goes on after a break. */
const changesWhoWorks = (event: JobEvent): boolean =>
  event.type === 'WorkStarted' || event.type === 'WorkResumed' || event.type === 'PeopleChanged'

/** Adds to an accepted decision what it means for who has to rest when. */
export const withRestsForeseen = (
  decision: Decision,
  command: GuardedCommand,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision => {
  if (!decision.accepted || !decision.events.some(changesWhoWorks) || !isRecorded(job)) return decision
  const after = decision.events.reduce((one, event) => evolve(one, event, job.record.id), job as Job)
  const foreseen = foreseenAfter(command, after, rulebook, facts)
  return foreseen.length === 0 ? decision : { ...decision, events: [...decision.events, ...foreseen] }
}

const foreseenAfter = (
  { by, occurredAt }: Pick<GuardedCommand, 'by' | 'occurredAt'>,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): readonly JobEvent[] => {
  if (job.status !== 'active') return []
  const rests = foreseeRests(job.record, rulebook, facts, facts.now)
  // What stands already is no news.
  const span = job.record.work.length - 1
  const standing = job.record.rests.filter((rest) => rest.span === span && rest.replaced === null)
  const isSame =
    standing.length === rests.length &&
    rests.every(({ person, at }) => standing.some((rest) => rest.person === person && rest.at === at))
  return isSame ? [] : [{ type: 'RestsForeseen', by, occurredAt, rests }]
}
