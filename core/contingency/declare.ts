import type { ContingencyId, PersonId, SourceId } from '../ids.ts'
import type { PersonFacts } from '../job/facts.ts'
import { ground } from '../job/ground.ts'
import type { Refusal } from '../job/refusal.ts'
import type { ContingencyMode } from '../rulebook/contingency-mode.ts'
import type { Grounds } from '../rulebook/grounds.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addHours, type EpochMs } from '../time/epoch.ts'
import { contingencyState, modeOf, type Contingency } from './contingency.ts'
import { isSilent, type Source } from './source.ts'

export type DeclareContingency = {
  readonly id: ContingencyId
  readonly mode: string
  readonly source: SourceId
  readonly hours: number
  readonly by: PersonId
}
/** All that may be known for it; a source that is not in the list is unknown. */
export type ContingencyFacts = {
  readonly now: EpochMs
  readonly person: PersonFacts | undefined
  readonly sources: readonly Source[]
  readonly standing: readonly Contingency[]
}

type Answer<T> =
  | { readonly accepted: true; readonly contingency: T }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] }

/** A fallback opens only because a source is silent, by whoever holds that right, and never longer than the rulebook says. */
export const declareContingency = (
  { id, mode: modeId, source: sourceId, hours, by }: DeclareContingency,
  rulebook: Rulebook,
  { now, person, sources, standing }: ContingencyFacts,
): Answer<Contingency> => {
  const mode = modeOf(rulebook, modeId)
  if (!mode) return no({ code: 'contingency-unknown', params: { mode: modeId } })
  const grounds = groundsOf(mode)
  const refusals: Refusal[] = [...checkRight(by, person, mode)]
  const source = sources.find((one) => one.id === sourceId && one.kind === mode.silentSource)
  if (!source) refusals.push(ground({ code: 'source-unknown', params: { source: sourceId } }, grounds))
  else if (source.lastHeardAt !== null && !isSilent(source, mode.silentMinutesMin.value, now))
    refusals.push(
      ground({ code: 'source-not-silent', params: { source: sourceId, heardAt: source.lastHeardAt } }, grounds),
    )
  const open = standing.find((one) => one.source === sourceId && contingencyState(one, now) === 'open')
  if (open)
    refusals.push(ground({ code: 'contingency-stands', params: { source: sourceId, until: open.until } }, grounds))
  if (!(hours > 0 && hours <= mode.hoursMax.value))
    refusals.push(
      ground({ code: 'contingency-too-long', params: { hours, hoursMax: mode.hoursMax.value } }, mode.hoursMax),
    )
  if (refusals.length > 0) return { accepted: false, refusals }
  return {
    accepted: true,
    contingency: {
      id,
      mode: mode.id,
      source: sourceId,
      declaredBy: by,
      openedAt: now,
      until: addHours(now, hours),
      endedAt: null,
    },
  }
}

/** Ending is going back to the rule, so it asks only for the right; what is over already cannot end. */
export const endContingency = (
  contingency: Contingency,
  by: PersonId,
  rulebook: Rulebook,
  { now, person }: Pick<ContingencyFacts, 'now' | 'person'>,
): Answer<Contingency> => {
  const mode = modeOf(rulebook, contingency.mode)
  if (!mode) return no({ code: 'contingency-unknown', params: { mode: contingency.mode } })
  const refusals = [...checkRight(by, person, mode)]
  if (contingencyState(contingency, now) !== 'open')
    refusals.push(
      ground({ code: 'contingency-over', params: { until: contingency.endedAt ?? contingency.until } }, mode),
    )
  return refusals.length > 0
    ? { accepted: false, refusals }
    : { accepted: true, contingency: { ...contingency, endedAt: now } }
}

const checkRight = (by: PersonId, person: PersonFacts | undefined, mode: ContingencyMode): readonly Refusal[] =>
  person?.employment === 'active' && person.authorities.includes(mode.by.authority)
    ? []
    : [
        ground(
          { code: 'contingency-right-missing', params: { person: by, authority: mode.by.authority } },
          groundsOf(mode),
        ),
      ]

const groundsOf = (mode: ContingencyMode): Grounds => mode

const no = (
  problem: Parameters<typeof ground>[0],
): { readonly accepted: false; readonly refusals: readonly Refusal[] } => ({
  accepted: false,
  refusals: [ground(problem, { source: 'product' })],
})
