import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { EnterPaperTicket } from '../commands/paper-ticket.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job } from '../job.ts'
import type { Problem } from '../refusal.ts'

/** Whoever looks over the shoulder of whoever types. */
const supervisorAuthority = 'safety-department'

/**
 * Work that was done on paper is over: nothing is asked of it any more that a gate would have asked. What is asked is that
 * it is entered by two, that it lies in the past, and that it is owed a check.
 */
export const enterPaperTicket = (command: EnterPaperTicket, job: Job, rulebook: Rulebook, facts: Facts): Decision => {
  const { by, occurredAt, application, supervisedBy, ticket, level, identities } = command
  const problems: Problem[] = []
  if (job.status !== 'none')
    problems.push({ code: 'job-in-wrong-state', params: { status: job.status, needed: ['none'] } })
  const [operation, ...others] = application.operations
  const rules = operation && rulebook.operations[operation]
  const identity = operation && identities[operation]
  if (!operation || !rules || !identity || others.length > 0)
    problems.push({ code: 'operation-unknown', params: { operation: operation ?? ('' as never) } })
  else if (!rules.levels.some(({ id }) => id === level))
    problems.push({ code: 'level-unknown', params: { operation, fact: 'level' } })
  if (!facts.place) problems.push({ code: 'place-unknown', params: { place: application.place } })
  const { from, to } = application.window
  if (from >= to) problems.push({ code: 'window-backwards', params: { from, to } })
  if (to > facts.now)
    problems.push({ code: 'happened-in-the-future', params: { aheadSeconds: (to - facts.now) / 1000 } })
  for (const person of [application.leader, ...application.guardians])
    if (!facts.people[person]) problems.push({ code: 'person-unknown', params: { person } })
  const supervisor = facts.people[supervisedBy]
  const mayWatch = supervisor?.employment === 'active' && supervisor.authorities.includes(supervisorAuthority)
  if (supervisedBy === by || !mayWatch)
    problems.push({ code: 'supervisor-missing', params: { person: supervisedBy, authority: supervisorAuthority } })
  // The last row of a rulebook's risks is the gravest: what nobody worked out is not taken for harmless.
  const risk = rulebook.risks.at(-1)
  if (problems.length > 0 || !operation || !identity || !risk)
    return refuse(problems.map((problem) => ground(problem, { source: 'product' })))
  const { id, edition } = rulebook
  return accept([
    {
      type: 'PaperTicketEntered',
      by,
      occurredAt,
      ticket,
      supervisedBy,
      application,
      permits: [{ ...identity, operation, level, baseLevel: level, upgradedBy: [], risk, requiredBy: null }],
      rulebook: { id, edition },
    },
  ])
}
