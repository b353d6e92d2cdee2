import type { EvidenceId, JobId, PersonId, PointId } from '../ids.ts'
import { ground } from '../job/ground.ts'
import type { Facts } from '../job/facts.ts'
import type { JobStatus } from '../job/job.ts'
import type { Problem, Refusal } from '../job/refusal.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { PointEvent } from './events.ts'
import type { PointState } from './point.ts'

type Issued = { readonly by: PersonId; readonly occurredAt: EpochMs; readonly job: JobId }

/** What people do at a point, always for a job. */
export type PointCommand =
  | (Issued & { readonly type: 'NamePoint' })
  | (Issued & { readonly type: 'UnnamePoint' })
  | (Issued & {
      readonly type: 'IsolatePoint'
      readonly lockNumber: string
      readonly tagNumber: string
      readonly keyHolder: PersonId
      readonly picture?: EvidenceId
    })
  | (Issued & {
      readonly type: 'TryOutPoint'
      readonly witness: PersonId
      readonly isDead: boolean
      readonly picture?: EvidenceId
    })
  | (Issued & { readonly type: 'HandOverKey'; readonly to: PersonId })
  | (Issued & { readonly type: 'RestorePoint' })

/** The world around the point, gathered behind its lock. */
export type PointFacts = {
  readonly point: PointId
  readonly job: { readonly status: JobStatus }
  /** Whether whoever asks belongs to the job or to the unit of the place. */
  readonly takesPart: boolean
  readonly people: Facts['people']
  readonly evidence: Facts['evidence']
  /** Every job that is not closed or cancelled and needs this point. */
  readonly reliers: readonly { readonly job: JobId; readonly status: JobStatus }[]
}

export type PointDecision =
  | { readonly accepted: true; readonly events: readonly PointEvent[] }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] }

/** May it, and what follows; every reason at once. */
export const decidePoint = (command: PointCommand, state: PointState, facts: PointFacts): PointDecision => {
  const problems = [
    ...checkTakesPart(command, facts),
    ...problemsOf(command, state, facts),
    ...checkPicture(command, facts),
  ]
  // Isolation is asked by 4.2, locks and tags on power by 4.5.
  return problems.length > 0
    ? { accepted: false, refusals: problems.map((problem) => ground(problem, { clause: '4.2' })) }
    : { accepted: true, events: eventsOf(command, state, facts) }
}

const checkTakesPart = ({ by, type }: PointCommand, { takesPart }: PointFacts): readonly Problem[] =>
  // A failed try-out warns of danger; nobody is asked who they are before they may say so.
  takesPart || type === 'TryOutPoint' ? [] : [{ code: 'not-this-role', params: { person: by, role: 'crew' } }]

const problemsOf = (command: PointCommand, state: PointState, facts: PointFacts): readonly Problem[] => {
  const { condition } = state
  const { point, job } = facts
  switch (command.type) {
    case 'NamePoint':
      return checkStatus(job.status, ['submitted', 'approved', 'active', 'suspended'])
    case 'UnnamePoint':
      // Once approved, the list of points is what was signed; taking one off would be the way round this register.
      return checkStatus(job.status, ['submitted'])
    case 'IsolatePoint':
      return [
        ...checkStatus(job.status, ['submitted', 'approved', 'active', 'suspended']),
        ...(condition.at === 'isolated' || condition.at === 'proven'
          ? [{ code: 'point-isolated-already', params: { point } } as const]
          : []),
        ...checkPerson(command.keyHolder, facts),
      ]
    case 'TryOutPoint':
      return [
        ...(condition.at === 'in-service' ? [{ code: 'point-not-isolated', params: { point } } as const] : []),
        ...(command.witness === command.by
          ? [{ code: 'point-witness-is-same', params: { point, person: command.by } } as const]
          : checkPerson(command.witness, facts)),
      ]
    case 'HandOverKey':
      return [...checkKey(command, state, facts), ...checkPerson(command.to, facts)]
    case 'RestorePoint':
      return [
        ...checkKey(command, state, facts),
        ...facts.reliers.map((relier): Problem => ({
          code: 'point-relied-on',
          params: { point, job: relier.job, status: relier.status },
        })),
      ]
  }
}

const eventsOf = (command: PointCommand, { namedBy }: PointState, { reliers }: PointFacts): readonly PointEvent[] => {
  const { by, occurredAt, job } = command
  const done = { by, occurredAt, job }
  switch (command.type) {
    case 'NamePoint':
      return namedBy.includes(job) ? [] : [{ type: 'PointNamed', ...done }]
    case 'UnnamePoint':
      return namedBy.includes(job) ? [{ type: 'PointUnnamed', ...done }] : []
    case 'IsolatePoint': {
      const { lockNumber, tagNumber, keyHolder, picture } = command
      const isolated: PointEvent = {
        type: 'PointIsolated',
        ...done,
        lockNumber,
        tagNumber,
        keyHolder,
        ...(picture ? { picture } : {}),
      }
      // Whoever locks a point for a job relies on it, even if nobody had named it before.
      return reliers.some((relier) => relier.job === job) ? [isolated] : [{ type: 'PointNamed', ...done }, isolated]
    }
    case 'TryOutPoint': {
      const { witness, isDead, picture } = command
      return [{ type: 'PointTriedOut', ...done, witness, isDead, ...(picture ? { picture } : {}) }]
    }
    case 'HandOverKey':
      return [{ type: 'KeyHandedOver', ...done, to: command.to }]
    case 'RestorePoint':
      return [{ type: 'PointRestored', ...done }]
  }
}

const checkStatus = (status: JobStatus, needed: readonly JobStatus[]): readonly Problem[] =>
  needed.includes(status) ? [] : [{ code: 'job-in-wrong-state', params: { status, needed } }]

const checkKey = ({ by }: PointCommand, { condition }: PointState, { point }: PointFacts): readonly Problem[] => {
  if (condition.at === 'in-service') return [{ code: 'point-not-isolated', params: { point } }]
  const { keyHolder } = condition.isolation
  return keyHolder === by ? [] : [{ code: 'point-key-elsewhere', params: { point, person: keyHolder } }]
}

const checkPerson = (person: PersonId, { people }: PointFacts): readonly Problem[] => {
  const employment = people[person]?.employment
  if (employment === undefined) return [{ code: 'person-unknown', params: { person } }]
  return employment === 'active' ? [] : [{ code: 'person-not-employed', params: { person, employment } }]
}

/** A lock may be put on without a camera at hand; a picture that is handed in has to be of this job and of a lock. */
const checkPicture = (command: PointCommand, { evidence }: PointFacts): readonly Problem[] => {
  if (!('picture' in command) || command.picture === undefined) return []
  const found = evidence[command.picture]
  const { picture } = command
  if (!found) return [{ code: 'evidence-missing', params: { evidence: picture, step: captureStep } }]
  if (found.job !== command.job) return [{ code: 'evidence-of-another-job', params: { evidence: picture } }]
  return found.step === captureStep
    ? []
    : [
        {
          code: 'evidence-of-another-step',
          params: { evidence: picture, step: found.step, expected: captureStep },
        },
      ]
}

const captureStep = 'isolation'
