import { id, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import { isoDate } from '#core/time/epoch.ts'
import type { Random } from '../random.ts'
import type { RosterPerson } from '../roster.ts'
import type { MemoryPlant } from './memory-plant.ts'
import type { PlannedJob } from './plan-day.ts'

const contents = [
  '更换法兰，焊接',
  '支架补焊',
  '管线配管焊接',
  '接管更换',
  '护栏焊接',
  '阀门更换，切割',
  '平台加固',
] as const
const entryContents = ['内壁检查', '内件检修', '搅拌器检修', '清理后检验'] as const
const details = ['人孔', '一层东侧', '二层北侧', '管廊下', '泵出口', '接管处'] as const

/** Leaders who do not remember whom the gate turned away lately. */
const forgetfulShare = 0.08

/** Puts a crew together from who is free; who was refused already is not asked again. */
export const planApplication = (
  plant: MemoryPlant,
  plan: PlannedJob,
  random: Random,
  refused: ReadonlySet<string>,
): Application | null => {
  const { people, plantId } = plant.setting
  const place = plant.setting.places.find((one) => one.id === plan.place)
  if (!place) throw new Error(`${plan.place} is no place of this plant`)
  const isHot = plan.operations.some((operation) => operation === 'hot-work')
  const isVessel = place.kind === 'confined-space'
  const isForgetful = random.chance(forgetfulShare)
  const mayBeAsked = ({ number }: RosterPerson): boolean =>
    !refused.has(number) && !plant.isBusy(number) && (isForgetful || !plant.wasTurnedAway(number))
  const draw = (count: number, suits: (person: RosterPerson) => boolean): readonly PersonId[] =>
    random
      .shuffle(people.filter((person) => suits(person) && mayBeAsked(person)))
      .slice(0, count)
      .map(({ number }) => id<PersonId>(number))
  const trade = isHot ? 'welder' : 'fitter'
  const crew = draw(random.between(1, 2), ({ position }) => position === trade)
  const lapsed = plan.disturbances.has('lapsed-document') ? lapsedOf(plant, trade, refused) : undefined
  const workers = lapsed ? [lapsed, ...crew.slice(1)] : crew
  const guardians = draw(
    guardiansNeeded(place),
    ({ position, employer }) => position === 'guardian' && employer.kind === 'own',
  )
  const [leader] = draw(
    1,
    ({ position, employer }) =>
      position === 'crew-leader' && employer.kind === 'own' && employer.unit === 'maintenance',
  )
  const [gasAnalyst] = draw(1, ({ position }) => position === 'analyst')
  if (!leader || !gasAnalyst || workers.length === 0 || guardians.length === 0) return null
  const duties = [...(isHot ? ['welder'] : []), ...(isVessel ? ['entrant'] : [])]
  return {
    applicant: leader,
    workUnit: id(plantId),
    leader,
    crew: workers.map((person) => ({ person, duties: duties.map((duty) => id(duty)) })),
    guardians,
    gasAnalyst,
    operations: plan.operations,
    place: plan.place,
    placeDetail: random.pick(details),
    content: random.pick(isHot ? contents : entryContents),
    window: { from: plan.startsAt, to: plan.endsAt },
    fields: {
      'hot-work.method': random.pick(['arc-welding', 'gas-cutting', 'grinding', 'gas-welding']),
      'hot-work.shutdown-agreed': place.zone !== 'explosive' && random.chance(0.3),
      'confined-space.original-medium': '见设备台账',
      'confined-space.activity': isHot ? 'maintenance' : random.pick(['inspection', 'maintenance']),
    },
  }
}

/** What stood inside decides how many guard outside; the rulebook asks for two where it is toxic. */
const guardiansNeeded = ({ atmosphere }: PlaceFacts): number =>
  atmosphere === 'toxic' || atmosphere === 'inert' ? 2 : 1

/** Somebody of the trade whose document has run out by today, as a leader might pick without looking. */
const lapsedOf = (plant: MemoryPlant, trade: string, refused: ReadonlySet<string>): PersonId | undefined => {
  const today = isoDate(plant.clock.dateOf(plant.now()))
  const found = plant.setting.people.find(
    ({ number, position }) =>
      position === trade &&
      !refused.has(number) &&
      plant.setting
        .personFacts(number, today)
        ?.credentials.some(
          ({ validThrough }) => validThrough !== undefined && validThrough !== 'unlimited' && validThrough < today,
        ),
  )
  return found && id<PersonId>(found.number)
}
