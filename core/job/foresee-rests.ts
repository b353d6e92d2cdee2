import { foreseeRest, type RestForeseen } from '../people/rest-foreseen.ts'
import { riskOrder } from '../rulebook/risk-order.ts'
import type { Demand, Rulebook } from '../rulebook/rulebook.ts'
import { plantClockOf } from '../time/plant-clock.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { PersonId } from '../ids.ts'
import type { Facts } from './facts.ts'
import type { JobRecord } from './job.ts'

const restRule = 'crew-is-rested@1'

/**
 * Who of a job that is going on will have to rest before its permit ends, and from when on, the soonest first; by what is known of
 * everybody's labour now. Where nothing can be known nothing is foreseen: the gates refuse that.
 */
export const foreseeRests = (
  record: JobRecord,
  rulebook: Rulebook,
  facts: Pick<Facts, 'labour' | 'timeZone'>,
  from: EpochMs,
): readonly RestForeseen[] => {
  const { labour } = facts
  if (!labour) return []
  const clock = plantClockOf(facts.timeZone)
  const risk = riskOrder.findLast((one) => record.permits.some((permit) => permit.risk === one))
  const here = { from, to: null, kind: 'work', ...(risk === undefined ? {} : { risk }) } as const
  return demandsOfRest(record, rulebook)
    .flatMap(({ person, demand }) => {
      const limits = limitsOf(demand)
      const spans = [...(labour[person]?.spans ?? []), here]
      const rest = foreseeRest(person, spans, from, record.application.window.to, {
        ...limits,
        night: rulebook.calendar.night,
        clock,
      })
      return rest ? [rest] : []
    })
    .toSorted((a, b) => a.at - b.at)
    .filter(({ person }, i, all) => all.findIndex((one) => one.person === person) === i)
}

/** Everybody of whom some permit asks that they be rested, with what it asks. */
const demandsOfRest = (
  { permits, application: { crew, guardians } }: JobRecord,
  { operations }: Rulebook,
): readonly { readonly person: PersonId; readonly demand: Demand }[] =>
  permits.flatMap(({ operation }) => {
    const rules = operations[operation]
    const asked = (demands: readonly Demand[] = []) => demands.filter(({ rule }) => rule === restRule)
    return [
      ...asked(rules?.crew.requires).flatMap((demand) => crew.map(({ person }) => ({ person, demand }))),
      ...asked(rules?.guardian.requires).flatMap((demand) => guardians.map((person) => ({ person, demand }))),
    ]
  })

/** The parser has seen to it that they are there; a limit that is missing would let nobody work. */
const limitsOf = ({ parameters }: Demand) => {
  const number = (name: string): number => (typeof parameters[name] === 'number' ? parameters[name] : 0)
  return {
    dutyHoursMax: number('dutyHoursMax'),
    restHoursMin: number('restHoursMin'),
    nightHoursMin: number('nightHoursMin'),
    nightsMax: number('nightsMax'),
    heavyHoursMax: number('heavyHoursMax'),
  }
}
