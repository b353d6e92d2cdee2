import { compareReadings } from '../../contingency/compare-readings.ts'
import { modeOf } from '../../contingency/contingency.ts'
import type { Debt, DebtOutcome } from '../../contingency/debt.ts'
import { authoritiesToSettle, debtOwners } from '../../contingency/debt-terms.ts'
import { isSilent } from '../../contingency/source.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { CloseContingency, OpenContingency, SettleDebt } from '../commands/contingency.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { JobEvent } from '../events.ts'
import { isRecorded } from '../evolve.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { needsState } from './needs-state.ts'

const living = ['submitted', 'approved', 'active', 'suspended', 'finished'] as const

const isLiving = ({ status }: Job): boolean => living.some((one) => one === status)

/** What a job learns of a contingency in its area, once; a job that is over has nothing to learn. */
export const openContingency = ({ by, occurredAt, contingency }: OpenContingency, job: Job): Decision =>
  accept(
    isRecorded(job) && isLiving(job) && !job.record.contingencies.some(({ id }) => id === contingency.id)
      ? [{ type: 'ContingencyOpened', by, occurredAt, contingency }]
      : [],
  )

export const closeContingency = ({ by, occurredAt, contingency }: CloseContingency, job: Job): Decision =>
  accept(
    isRecorded(job) && job.record.contingencies.some(({ id, endedAt }) => id === contingency && endedAt === null)
      ? [{ type: 'ContingencyClosed', by, occurredAt, contingency }]
      : [],
  )

/**
 * A debt is settled by comparing with the source once it speaks again, by somebody of the safety department who did not
 * take the reading; an overdue one also by whoever it went up to. What can no longer be compared is explained instead, and the explanation is a finding of its own.
 */
export const settleDebt = (command: SettleDebt, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsState(job, [...living, 'closed', 'cancelled'], ({ record }) => {
    const debt = record.debts.find(({ key }) => key === command.debt)
    if (!debt) return no({ code: 'debt-unknown', params: { debt: command.debt } })
    const owners = debtOwners(debt, rulebook)
    const refusals: Refusal[] = []
    if (debt.settled) refusals.push(ours({ code: 'debt-settled-already', params: { debt: debt.key } }))
    const rights = authoritiesToSettle(owners, facts.now)
    const person = facts.people[command.by]
    if (person?.employment !== 'active' || !rights.some((right) => person.authorities.includes(right)))
      refusals.push(ours({ code: 'contingency-right-missing', params: { person: command.by, authority: owners.by } }))
    if (debt.by === command.by) refusals.push(ours({ code: 'own-debt', params: { person: command.by } }))
    const found = outcomeOf(command, debt, rulebook, facts)
    if ('refusals' in found) refusals.push(...found.refusals)
    if ('refusals' in found || refusals.length > 0) return refuse(refusals)
    const settled: JobEvent = {
      type: 'DebtSettled',
      by: command.by,
      occurredAt: command.occurredAt,
      debt: debt.key,
      outcome: found.outcome,
    }
    return accept([settled])
  })

type Found = { readonly outcome: DebtOutcome } | { readonly refusals: readonly Refusal[] }

const outcomeOf = ({ outcome }: SettleDebt, debt: Debt, rulebook: Rulebook, facts: Facts): Found => {
  if (outcome.kind === 'explained') return { outcome: { verdict: 'explained', reason: outcome.reason } }
  const mode = debt.kind === 'spoken-reading' ? modeOf(rulebook, debt.mode) : undefined
  if (debt.kind === 'paper-ticket' || !mode)
    return { refusals: [ours({ code: 'debt-not-comparable', params: { debt: debt.key } })] }
  const source = facts.sources?.find(({ kind }) => kind === mode.silentSource)
  if (!source || isSilent(source, mode.silentMinutesMin.value, facts.now))
    return {
      refusals: [
        ground(
          source
            ? { code: 'source-silent', params: { source: source.id, since: source.lastHeardAt } }
            : { code: 'sources-unknown', params: {} },
          mode.silentMinutesMin,
        ),
      ],
    }
  const compared = compareReadings(debt.readings, outcome.readings, rulebook, mode.debt)
  if (compared.kind === 'incomplete') return { refusals: compared.problems.map(ours) }
  return {
    outcome:
      compared.differences.length === 0
        ? { verdict: 'agrees' }
        : { verdict: 'differs', differences: compared.differences },
  }
}

const ours = (problem: Parameters<typeof ground>[0]): Refusal => ground(problem, { source: 'product' })
const no = (problem: Parameters<typeof ground>[0]): Decision => refuse([ours(problem)])
