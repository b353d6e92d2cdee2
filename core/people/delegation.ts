import type { PersonId } from '../ids.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { dayMs, type EpochMs } from '../time/epoch.ts'
import { isWithin, windowsOverlap, type Window } from '../time/window.ts'
import { ground } from '../job/ground.ts'
import type { PersonFacts } from '../job/facts.ts'
import type { Refusal } from '../job/refusal.ts'

/**
 * For a bounded time somebody uses another's right to sign (委托). They must hold that right themselves (AQ 3064.2, 5.5.3), so
 * a delegation passes on whose turn it is and in which unit, never an authority that was not there before.
 */
export type Delegation = {
  readonly id: string
  readonly from: PersonId
  readonly to: PersonId
  readonly authority: string
  readonly window: Window
  /** Called back before its time was over. */
  readonly endedAt: EpochMs | null
}

/** What must be known to decide on a delegation. Absent delegations are unknown, and unknown refuses. */
export type DelegationFacts = {
  readonly now: EpochMs
  readonly people: { readonly [person: string]: PersonFacts }
  readonly delegations?: readonly Delegation[]
}

/** Every reason why this delegation may not be made; none when it may. */
export const delegationRefusals = (
  asked: Pick<Delegation, 'from' | 'to' | 'authority' | 'window'>,
  { signing }: Pick<Rulebook, 'signing'>,
  { now, people, delegations }: DelegationFacts,
): readonly Refusal[] => {
  const { from, to, authority, window } = asked
  const refusals: Refusal[] = []
  if (!holds(people[from], authority))
    refusals.push(ground({ code: 'delegator-lacks-authority', params: { person: from, authority } }, ownRight))
  if (!holds(people[to], authority))
    refusals.push(ground({ code: 'delegate-lacks-authority', params: { person: to, authority } }, ownRight))
  if (!(window.from < window.to && now < window.to))
    refusals.push(ground({ code: 'delegation-backwards', params: window }, { source: 'product' }))
  const days = Math.ceil((window.to - window.from) / dayMs)
  const daysMax = signing?.delegationDaysMax.value ?? 0
  if (!(days <= daysMax))
    refusals.push(
      ground(
        { code: 'delegation-too-long', params: { days, daysMax } },
        signing?.delegationDaysMax ?? { source: 'product' },
      ),
    )
  if (delegations === undefined)
    refusals.push(ground({ code: 'delegations-unknown', params: {} }, { source: 'product' }))
  else if (leadsBack(asked, delegations))
    refusals.push(ground({ code: 'delegation-cycle', params: { person: from, delegate: to } }, { source: 'product' }))
  return refusals
}

/**
 * Whether `to` stands in for `from` at this moment. Never over somebody in between: what was delegated is not handed on, so
 * however long a chain is, each link passes only the right of its own author.
 */
export const standsInFor = (
  { from, to, authority }: Pick<Delegation, 'from' | 'to' | 'authority'>,
  delegations: readonly Delegation[],
  now: EpochMs,
): boolean =>
  from !== to &&
  delegations.some((one) => one.from === from && one.to === to && one.authority === authority && isInForce(one, now))

export const isInForce = ({ window, endedAt }: Pick<Delegation, 'window' | 'endedAt'>, now: EpochMs): boolean =>
  isWithin(now, window) && (endedAt === null || now < endedAt)

const ownRight = { clause: 'AQ 3064.2-2025 5.5.3' } as const

const holds = (person: PersonFacts | undefined, authority: string): boolean =>
  person?.employment === 'active' && person.authorities.includes(authority)

/** Whether the delegate, or whoever stands in for the delegate in that time, has handed over to the author. */
const leadsBack = (
  { from, to, authority, window }: Pick<Delegation, 'from' | 'to' | 'authority' | 'window'>,
  delegations: readonly Delegation[],
): boolean => {
  const standing = delegations.filter((one) => one.authority === authority && windowsOverlap(lasting(one), window))
  const reached = new Set<PersonId>([to])
  // A set that is walked while it grows ends, because each person enters it once.
  for (const person of reached) {
    if (person === from) return true
    for (const one of standing) if (one.from === person) reached.add(one.to)
  }
  return false
}

const lasting = ({ window, endedAt }: Delegation): Window =>
  endedAt === null || endedAt > window.to ? window : { from: window.from, to: endedAt }
