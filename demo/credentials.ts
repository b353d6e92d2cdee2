import type { PositionKey } from './plant-structure.ts'
import { createRandom, type Random } from './random.ts'
import { rosterSeed, type Roster, type RosterPerson } from './roster.ts'

/** What a person of the roster holds. Dates are ISO; `validThrough` is the last valid day. */
export type RosterCertificate = {
  readonly person: RosterPerson
  readonly family: 'special-operation' | 'special-equipment'
  readonly category: string
  /** As printed on the document: 作业类别 / 准操项目, or 项目 and its code. */
  readonly kindName: string
  readonly itemName: string
  readonly number: string
  readonly issuedOn: string
  readonly validThrough: string
  readonly reviewDue?: string
  readonly issuer: string
}

export type RosterMedical = {
  readonly person: RosterPerson
  readonly examinedOn: string
  readonly verdict: 'fit' | 'restricted' | 'unfit'
  readonly restrictions: readonly ('work-at-height' | 'confined-space' | 'temporary-power' | 'noise')[]
  readonly validThrough: string
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
  readonly followUpDue?: string
  readonly institution: string
}

export type RosterTraining = {
  readonly person: RosterPerson
  readonly category:
    | 'annual-safety-training'
    | 'three-level-training'
    | 'guardian-training'
    | 'contractor-entry-training'
    | 'rigger-training'
  readonly completedOn: string
  readonly hours: number
  readonly score: number
  readonly validThrough: string
}

export type RosterFiles = {
  readonly certificates: readonly RosterCertificate[]
  readonly medicals: readonly RosterMedical[]
  readonly trainings: readonly RosterTraining[]
}

type Item = {
  readonly family: RosterCertificate['family']
  readonly category: string
  readonly kindName: string
  readonly itemName: string
}

const special = (category: string, kindName: string, itemName: string): Item => ({
  family: 'special-operation',
  category,
  kindName,
  itemName,
})
const equipment = (category: string, kindName: string, itemName: string): Item => ({
  family: 'special-equipment',
  category,
  kindName,
  itemName,
})

/** Which documents a position needs, and what share of its people holds each. */
const itemsOf: { readonly [P in PositionKey]?: readonly (readonly [Item, number])[] } = {
  welder: [[special('fusion-welding', '焊接与热切割作业', '熔化焊接与热切割作业'), 1]],
  electrician: [
    [special('low-voltage-electrical', '电工作业', '低压电工作业'), 1],
    [special('high-voltage-electrical', '电工作业', '高压电工作业'), 0.5],
    [special('explosion-proof-electrical', '电工作业', '防爆电气作业'), 0.4],
  ],
  scaffolder: [[special('scaffolding', '高处作业', '登高架设作业'), 1]],
  fitter: [[special('work-at-height', '高处作业', '高处安装、维护、拆除作业'), 0.35]],
  'refrigeration-operator': [[special('refrigeration-operation', '制冷与空调作业', '制冷与空调设备运行操作作业'), 1]],
  'instrument-technician': [[special('chemical-automation', '危险化学品安全作业', '化工自动化控制仪表作业'), 1]],
  operator: [
    [special('chlorination', '危险化学品安全作业', '氯化工艺作业'), 0.1],
    [special('hydrogenation', '危险化学品安全作业', '加氢工艺作业'), 0.12],
    [special('nitration', '危险化学品安全作业', '硝化工艺作业'), 0.08],
    [special('polymerisation', '危险化学品安全作业', '聚合工艺作业'), 0.06],
    [equipment('pressure-vessel-r1', '压力容器作业', '快开门式压力容器操作 R1'), 0.15],
  ],
  rigger: [[equipment('crane-signaller-q1', '起重机作业', '起重机指挥 Q1'), 1]],
  'crane-operator': [[equipment('crane-operator-q2', '起重机作业', '起重机司机 Q2'), 1]],
  'forklift-driver': [[equipment('forklift-n1', '场(厂)内专用机动车辆作业', '叉车司机 N1'), 1]],
  'boiler-operator': [[equipment('boiler-operator-g1', '锅炉作业', '工业锅炉司炉 G1'), 1]],
  'safety-officer': [[equipment('special-equipment-manager-a', '特种设备安全管理', '特种设备安全管理 A'), 0.3]],
}

/** The day on which the ledgers of the demo were last kept. */
export const ledgersKeptOn = '2026-11-20'

/** Share of documents that ran out, or were due for review, before anybody noticed. */
const lapsedShare = 0.03

export const createFiles = (
  roster: Roster,
  asOf: string = ledgersKeptOn,
  seed: number = rosterSeed + 1,
): RosterFiles => {
  const random = createRandom(seed)
  const people = [...roster.employees, ...roster.contractorPeople]
  const certificates = people.flatMap((person) => certificatesOf(person, roster, asOf, random))
  const medicals = people.filter(isExamined).map((person) => medicalOf(person, roster, asOf, random))
  const trainings = [
    ...people.flatMap((person) => trainingsOf(person, roster, asOf, random)),
    ...people.filter(({ position }) => position === 'rigger').map((person) => riggerTrainingOf(person, asOf, random)),
  ]
  return { certificates, medicals, trainings }
}

const certificatesOf = (person: RosterPerson, roster: Roster, asOf: string, random: Random): RosterCertificate[] =>
  (itemsOf[person.position] ?? [])
    .filter(([, share]) => random.chance(share))
    .map(([item]) => {
      const years = item.family === 'special-operation' ? 6 : 4
      const isPlayed = Object.values(roster.cast).includes(person)
      const hasLapsed = !isPlayed && random.chance(lapsedShare)
      const daysLeft = hasLapsed ? -random.between(3, 200) : random.between(40, years * 365 - 60)
      const lapsedInStory = person === roster.cast['welder-certificate-expired']
      const validThrough = shiftDays(asOf, lapsedInStory ? -12 : daysLeft)
      const issuedOn = shiftDays(shiftYears(validThrough, -years), 1)
      // 令30号 §21: reviewed every three years; the document prints the next date.
      const halfWay = shiftYears(issuedOn, 3)
      const reviewDue = item.family === 'special-operation' ? (halfWay > asOf ? halfWay : validThrough) : undefined
      return {
        person,
        ...item,
        // T and the holder's identity number: one number for all of a person's categories.
        number:
          item.family === 'special-operation'
            ? `T${person.idNumber}`
            : `TS6${person.idNumber.slice(0, 4)}${person.number.replace(/\D/g, '').padStart(5, '0')}`,
        issuedOn,
        validThrough,
        ...(reviewDue === undefined ? {} : { reviewDue }),
        issuer: item.family === 'special-operation' ? '远江省应急管理厅' : '远江市市场监督管理局',
      }
    })

const officePositions: readonly PositionKey[] = ['clerk', 'manager']
const isExamined = (person: RosterPerson): boolean =>
  !officePositions.includes(person.position) || person.employer.kind === 'contractor'

const medicalOf = (person: RosterPerson, roster: Roster, asOf: string, random: Random): RosterMedical => {
  const isPlayed = Object.values(roster.cast).includes(person)
  const overdueInStory = person === roster.cast['welder-medical-overdue']
  const hasLapsed = overdueInStory || (!isPlayed && random.chance(0.02))
  const examinedOn = shiftDays(asOf, hasLapsed ? -random.between(430, 520) : -random.between(5, 350))
  const draw = isPlayed ? 1 : random.next()
  const verdict = draw < 0.006 ? 'unfit' : draw < 0.04 ? 'restricted' : 'fit'
  const isHigh = overdueInStory || verdict === 'restricted'
  return {
    person,
    examinedOn,
    verdict: overdueInStory ? 'restricted' : verdict,
    restrictions: overdueInStory
      ? ['work-at-height', 'confined-space']
      : verdict === 'restricted'
        ? [random.pick(['work-at-height', 'confined-space', 'temporary-power', 'noise'] as const)]
        : [],
    validThrough: shiftDays(shiftYears(examinedOn, 1), -1),
    systolicMmHg: overdueInStory ? 168 : isHigh ? random.between(142, 158) : random.between(106, 138),
    diastolicMmHg: overdueInStory ? 104 : isHigh ? random.between(91, 99) : random.between(66, 88),
    ...(overdueInStory
      ? { followUpDue: shiftDays(asOf, -71) }
      : isHigh
        ? { followUpDue: shiftDays(asOf, random.between(5, 60)) }
        : {}),
    institution: '远江市职业病防治院',
  }
}

const trainingsOf = (person: RosterPerson, roster: Roster, asOf: string, random: Random): RosterTraining[] => {
  const isPlayed = Object.values(roster.cast).includes(person)
  const isOwn = person.employer.kind === 'own'
  const training = (
    category: RosterTraining['category'],
    daysAgo: number,
    hours: number,
    years: number,
  ): RosterTraining => {
    const completedOn = shiftDays(asOf, -daysAgo)
    return {
      person,
      category,
      completedOn,
      hours,
      score: random.between(80, 100),
      validThrough: shiftDays(shiftYears(completedOn, years), -1),
    }
  }
  const annual =
    person === roster.cast['fitter-training-missing'] || (!isPlayed && random.chance(0.02))
      ? []
      : [training('annual-safety-training', random.between(10, 320), 20, 1)]
  const entry = isOwn ? [] : [training('contractor-entry-training', random.between(10, 300), 24, 1)]
  // GB 30871 4.10: a guardian is specially trained and examined; the product's default is one year.
  const guards = person.position === 'guardian' || (person.position === 'crew-leader' && random.chance(0.4))
  return [...annual, ...entry, ...(guards ? [training('guardian-training', random.between(10, 300), 16, 1)] : [])]
}

/** Slinging is taught by the enterprise itself: TSG Z6001-2019 has a certificate for the signaller, none for the slinger. */
const riggerTrainingOf = (person: RosterPerson, asOf: string, random: Random): RosterTraining => {
  const completedOn = shiftDays(asOf, -random.between(10, 300))
  return {
    person,
    category: 'rigger-training',
    completedOn,
    hours: 16,
    score: random.between(80, 100),
    validThrough: shiftDays(shiftYears(completedOn, 2), -1),
  }
}

export const shiftDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day in another year; 29 February becomes 28 February where there is none. */
export const shiftYears = (date: string, years: number): string => {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const isLeap = new Date(`${year}-02-29`).toISOString().slice(5, 10) === '02-29'
  return date.endsWith('-02-29') && !isLeap ? `${year}-02-28` : year + date.slice(4)
}
