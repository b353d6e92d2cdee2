import { id, type DutyId, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import { bookingOf } from '#core/job/booking.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Random } from '../random.ts'
import type { RosterPerson } from '../roster.ts'
import type { CrewPart } from './kinds-of-work.ts'
import type { MemoryPlant } from './memory-plant.ts'
import type { PlannedJob } from './plan-day.ts'
import { everyCredential } from '#core/people/by-category.ts'

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
  const firm = drawFirm(plant.setting.people, plan.kind.crew, random)
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
  const window = { from: startsAt, to: endsAt }
  const isForgetful = random.chance(forgetfulShare)
  const draw = (count: number, suits: (person: RosterPerson) => boolean): readonly PersonId[] =>
    random
      .shuffle(
        people.filter(
          (person) =>
            suits(person) &&
            !refused.has(person.number) &&
            !plant.isBusy(person.number, window) &&
            (isForgetful || !plant.wasTurnedAway(person.number)),
        ),
      )
      .slice(0, count)
      .map(({ number }) => id<PersonId>(number))

  const isOfFirm = firm === null ? isOfOwnCrafts : (person: RosterPerson) => contractorOf(person) === firm
  const [leader] = draw(1, (person) => person.position === 'crew-leader' && isOfFirm(person))
  const crew = kind.crew.flatMap(({ trade, duties, countMin, countMax }, part) => {
    const drawn = draw(random.between(countMin, countMax), (person) => person.position === trade && isOfFirm(person))
    const lapsed =
      part === 0 && disturbances.has('lapsed-document') ? lapsedOf(plant, trade, isOfFirm, refused) : undefined
    const workers = lapsed === undefined ? drawn : [lapsed, ...drawn.slice(1)]
    return workers.map((person) => ({ person, duties: duties.map((duty) => id<DutyId>(duty)) }))
  })
  const isComplete = kind.crew.every(({ duties }) =>
    crew.some((member) => member.duties.some((duty) => duty === duties[0])),
  )
  const guardians = draw(
    guardiansNeeded(place),
    (person) => person.position === 'guardian' && contractorOf(person) === null,
  )
  const needsAnalyst = kind.operations.some((operation) => plant.setting.rulebook.operations[operation]?.gasAnalyst)
  const [gasAnalyst] = needsAnalyst ? draw(1, ({ position }) => position === 'analyst') : []
  if (!leader || (needsAnalyst && !gasAnalyst) || !isComplete || guardians.length === 0) return null
  return {
    applicant: leader,
    workUnit: id(firm ?? plantId),
    leader,
    crew,
    guardians,
    ...(gasAnalyst === undefined ? {} : { gasAnalyst }),
    operations: kind.operations,
    place: placeId,
    placeDetail: random.pick(kind.details),
    content: random.pick(kind.contents),
    window,
    ...(isUrgent(plant, startsAt) ? { urgentReason: random.pick(urgentReasons) } : {}),
    fields: kind.fields(place, random),
  }
}

const urgentReasons = [
  '法兰渗漏,等不到明天',
  '夜班发现减薄,当班处理',
  '仪表失灵,不修要停车',
  '机泵抱轴,备泵已投',
  '雨前必须封口',
]

/** Whoever comes after the cut-off says why it cannot wait. */
const isUrgent = ({ setting, clock, now }: MemoryPlant, startsAt: EpochMs): boolean => {
  const { booking } = setting.rulebook
  return booking === undefined || bookingOf(startsAt, now(), booking.cutOff, clock) === 'urgent'
}

const contractorOf = ({ employer }: RosterPerson): string | null =>
  employer.kind === 'contractor' ? employer.contractor : null

const isOfOwnCrafts = ({ employer }: RosterPerson): boolean =>
  employer.kind === 'own' && (employer.unit === 'maintenance' || employer.unit === 'electrical')

/** A contractor that has people of every trade it takes, or null for the plant's own crafts. */
const drawFirm = (people: readonly RosterPerson[], crew: readonly CrewPart[], random: Random): string | null => {
  const firmsWith = (trade: string) =>
    new Set(people.flatMap((person) => (person.position === trade ? [contractorOf(person)] : [])))
  const firms = crew
    .map(({ trade }) => firmsWith(trade))
    .reduce((some, others) => some.intersection(others))
    .values()
    .filter((firm) => firm !== null)
    .toArray()
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
      everyCredential(plant.setting.personFacts(person.number, today)?.credentials ?? {}).some(
        ({ validThrough }) => validThrough !== undefined && validThrough !== 'unlimited' && validThrough < today,
      ),
  )
  return found && id<PersonId>(found.number)
}
