import { id, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import type { Random } from '../random.ts'
import type { RosterPerson } from '../roster.ts'
import type { MemoryPlant } from './memory-plant.ts'
import type { PlannedJob } from './plan-day.ts'

/** Leaders who do not remember whom the gate turned away lately. */
const forgetfulShare = 0.08
/** Jobs done by a contractor's people under their own leader; the guardian is always the plant's. */
const contractorShare = 0.25

/** Puts a crew together from who is free; who was refused already is not asked again. Null when nobody is left to ask. */
export const planApplication = (
  plant: MemoryPlant,
  plan: PlannedJob,
  random: Random,
  refused: ReadonlySet<string>,
): Application | null => {
  const firm = drawFirm(plant.setting.people, plan.kind.trade, random)
  const own = () => applyWith(plant, plan, random, refused, null)
  return firm === null ? own() : (applyWith(plant, plan, random, refused, firm) ?? own())
}

const applyWith = (
  plant: MemoryPlant,
  { place: placeId, kind, startsAt, endsAt, disturbances }: PlannedJob,
  random: Random,
  refused: ReadonlySet<string>,
  firm: string | null,
): Application | null => {
  const { people, plantId } = plant.setting
  const place = plant.placeOf(placeId)
  const isForgetful = random.chance(forgetfulShare)
  const draw = (count: number, suits: (person: RosterPerson) => boolean): readonly PersonId[] =>
    random
      .shuffle(
        people.filter(
          (person) =>
            suits(person) &&
            !refused.has(person.number) &&
            !plant.isBusy(person.number) &&
            (isForgetful || !plant.wasTurnedAway(person.number)),
        ),
      )
      .slice(0, count)
      .map(({ number }) => id<PersonId>(number))

  const isOfFirm = firm === null ? isMaintenance : (person: RosterPerson) => contractorOf(person) === firm
  const [leader] = draw(1, (person) => person.position === 'crew-leader' && isOfFirm(person))
  const drawn = draw(random.between(1, 2), (person) => person.position === kind.trade && isOfFirm(person))
  const lapsed = disturbances.has('lapsed-document') ? lapsedOf(plant, kind.trade, isOfFirm, refused) : undefined
  const workers = lapsed === undefined ? drawn : [lapsed, ...drawn.slice(1)]
  const guardians = draw(
    guardiansNeeded(place),
    (person) => person.position === 'guardian' && contractorOf(person) === null,
  )
  const [gasAnalyst] = draw(1, ({ position }) => position === 'analyst')
  if (!leader || !gasAnalyst || workers.length === 0 || guardians.length === 0) return null
  return {
    applicant: leader,
    workUnit: id(firm ?? plantId),
    leader,
    crew: workers.map((person) => ({ person, duties: kind.duties.map((duty) => id(duty)) })),
    guardians,
    gasAnalyst,
    operations: kind.operations,
    place: placeId,
    placeDetail: random.pick(kind.details),
    content: random.pick(kind.contents),
    window: { from: startsAt, to: endsAt },
    fields: kind.fields(place, random),
  }
}

const contractorOf = ({ employer }: RosterPerson): string | null =>
  employer.kind === 'contractor' ? employer.contractor : null

const isMaintenance = ({ employer }: RosterPerson): boolean =>
  employer.kind === 'own' && employer.unit === 'maintenance'

/** A contractor that has people of the trade, or null for the plant's own maintenance. */
const drawFirm = (people: readonly RosterPerson[], trade: string, random: Random): string | null => {
  const firms = [
    ...new Set(people.flatMap((person) => (person.position === trade ? [contractorOf(person)] : []))),
  ].filter((firm) => firm !== null)
  return firms.length > 0 && random.chance(contractorShare) ? random.pick(firms) : null
}

/** Two where it is toxic inside: what the rulebook asks, and what leaders who know it bring along. */
const guardiansNeeded = ({ atmosphere }: PlaceFacts): number =>
  atmosphere === 'toxic' || atmosphere === 'inert' ? 2 : 1

/** Somebody of the trade with a document that has run out by today, as a leader might pick without looking. */
const lapsedOf = (
  plant: MemoryPlant,
  trade: string,
  isOfFirm: (person: RosterPerson) => boolean,
  refused: ReadonlySet<string>,
): PersonId | undefined => {
  const today = plant.clock.dateOf(plant.now())
  const found = plant.setting.people.find(
    (person) =>
      person.position === trade &&
      isOfFirm(person) &&
      !refused.has(person.number) &&
      plant.setting
        .personFacts(person.number, today)
        ?.credentials.some(
          ({ validThrough }) => validThrough !== undefined && validThrough !== 'unlimited' && validThrough < today,
        ),
  )
  return found && id<PersonId>(found.number)
}
