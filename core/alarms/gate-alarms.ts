import type { JobEvent } from '../job/events.ts'
import { wayOut } from '../job/remedies.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Alarm, AlarmCode, AlarmEnd } from './alarm.ts'
import { alarmOfRefusal } from './alarm-of-refusal.ts'
import { closedByPerson } from './closed-by-person.ts'
import { endOfJob } from './end-of-job.ts'

type Refused = Extract<JobEvent, { type: 'CommandRefused' }>
type Gate = 'SubmitJob' | 'ApproveStep' | 'StartWork' | 'ResumeWork'

/**
 * What a gate intercepted stays an alarm until that gate is passed, or tried again without this fault: that somebody gave up
 * trying puts nothing right.
 */
export const gateAlarms = (history: readonly JobEvent[], rulebook: Rulebook): readonly Alarm[] => {
  const alarms: Alarm[] = []
  // Trying the same gate again while it stands is the same alarm, with its first beginning.
  const standing = new Map<string, AlarmEnd | null>()
  history.forEach((event, index) => {
    const gate = gateOf(event)
    if (gate === null || event.type !== 'CommandRefused') return
    for (const [code, owner] of codesOf(event, gate, rulebook)) {
      const fault = `${code}.${attemptOf(event, gate)}`
      const before = standing.get(fault)
      if (before === null || (before && before.at > event.occurredAt)) continue
      const key = `${code}.${index}`
      const end = endOf(history.slice(index + 1), { key, refused: event, gate, code, rulebook })
      standing.set(fault, end)
      alarms.push({ key, code, owner, startedAt: event.occurredAt, end })
    }
  })
  return alarms
}

const gateOf = (event: JobEvent): Gate | null => {
  if (event.type !== 'CommandRefused') return null
  const { command } = event
  return command === 'SubmitJob' || command === 'ApproveStep' || command === 'StartWork' || command === 'ResumeWork'
    ? command
    : null
}

/** Approvers sign one after the other: one who stands at the site says nothing of another who does not. */
const attemptOf = ({ by }: Refused, gate: Gate): string => (gate === 'ApproveStep' ? `${gate}.${by}` : gate)

const codesOf = (event: Refused, gate: Gate, rulebook: Rulebook): ReadonlyMap<AlarmCode, Alarm['owner']> => {
  const codes = new Map<AlarmCode, Alarm['owner']>()
  for (const refusal of event.refusals) {
    const code = alarmOfRefusal(refusal, gate, rulebook)
    if (code !== null && !codes.has(code)) codes.set(code, code === '30' ? 'approver' : wayOut[refusal.code].owner)
  }
  return codes
}

type Standing = {
  readonly key: string
  readonly refused: Refused
  readonly gate: Gate
  readonly code: AlarmCode
  readonly rulebook: Rulebook
}

const endOf = (later: readonly JobEvent[], { key, refused, gate, code, rulebook }: Standing): AlarmEnd | null => {
  for (const event of later) {
    const over = endOfJob(event) ?? closedByPerson(event, key)
    if (over) return over
    const isAgain =
      event.type === 'CommandRefused' &&
      event.command === gate &&
      attemptOf(event, gate) === attemptOf(refused, gate) &&
      !codesOf(event, gate, rulebook).has(code)
    if (isAgain || passes(event, refused, gate)) return { at: event.occurredAt, result: 'put-right', by: event.by }
  }
  return null
}

const passes = (event: JobEvent, { by }: Refused, gate: Gate): boolean => {
  switch (gate) {
    case 'SubmitJob':
      return event.type === 'JobSubmitted'
    // Somebody else may sign in the place of who was refused; when all have signed, nobody is waited for.
    case 'ApproveStep':
      return event.type === 'JobApproved' || (event.type === 'StepApproved' && event.by === by)
    case 'StartWork':
      return event.type === 'WorkStarted'
    case 'ResumeWork':
      return event.type === 'WorkResumed'
  }
}
