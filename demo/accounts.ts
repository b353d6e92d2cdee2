import type { PositionKey, UnitKey } from './plant-structure.ts'
import type { CastPart, Roster, RosterPerson } from './roster.ts'

/** Whom a visitor may sign in as. The password is for the demo alone and is printed at the start. */
export const demoPassword = 'holdpoint-demo'

type Office = { readonly unit: UnitKey; readonly position: PositionKey }

/** The approvers' own number in the demo, for what the rulebook wants signed with one; everybody else sets one under "Me". */
export const demoPin = '246810'

export const demoAccounts: readonly {
  readonly login: string
  /** Whose account it is: somebody of the story, the first contractor's manager, the first in an office, or nobody who takes part in work. */
  readonly part: CastPart | 'contractor-manager' | Office | null
  readonly roles: readonly string[]
  readonly zh: string
  readonly en: string
}[] = [
  { login: 'leader', part: 'crew-leader', roles: ['crew-leader', 'worker'], zh: '班长', en: 'crew leader' },
  { login: 'guardian', part: 'guardian', roles: ['guardian', 'worker'], zh: '监护人', en: 'guardian' },
  { login: 'welder', part: 'welder-qualified', roles: ['worker'], zh: '焊工', en: 'welder' },
  { login: 'analyst', part: 'analyst', roles: ['worker'], zh: '分析员', en: 'gas analyst' },
  {
    login: 'director',
    part: 'workshop-director',
    roles: ['approver', 'workshop-director'],
    zh: '车间主任',
    en: 'workshop director',
  },
  {
    login: 'maintenance',
    part: 'maintenance-director',
    roles: ['approver', 'workshop-director'],
    zh: '维修车间主任',
    en: 'maintenance director',
  },
  {
    login: 'safety',
    part: 'hse-manager',
    roles: ['approver', 'safety-officer', 'administrator'],
    zh: '安全环保部经理',
    en: 'safety manager',
  },
  {
    login: 'leadership',
    part: 'production-manager',
    roles: ['approver', 'management'],
    zh: '主管领导',
    en: 'responsible leader',
  },
  {
    login: 'dispatch',
    part: { unit: 'production', position: 'clerk' },
    roles: ['approver'],
    zh: '生产调度（当日紧急作业）',
    en: 'production dispatch (urgent work)',
  },
  {
    login: 'department',
    part: { unit: 'equipment', position: 'manager' },
    roles: ['approver'],
    zh: '设备部经理（专业部门）',
    en: 'equipment manager (professional department)',
  },
  {
    login: 'supply',
    part: { unit: 'electrical', position: 'crew-leader' },
    roles: ['approver', 'crew-leader'],
    zh: '配送电班长',
    en: 'power supply',
  },
  {
    login: 'supply-head',
    part: { unit: 'electrical', position: 'manager' },
    roles: ['approver'],
    zh: '配送电单位负责人',
    en: 'head of power supply',
  },
  { login: 'officer', part: 'safety-officer', roles: ['safety-officer'], zh: '安全员', en: 'safety officer' },
  {
    login: 'contractor',
    part: 'contractor-manager',
    roles: ['contractor-manager'],
    zh: '承包商负责人',
    en: "contractor's manager",
  },
  { login: 'auditor', part: null, roles: ['auditor'], zh: '审计员', en: 'auditor' },
  { login: 'admin', part: null, roles: ['administrator'], zh: '系统管理员', en: 'administrator' },
]

/** Which approval authorities come with a part of the story. */
const authoritiesOf: { readonly [P in CastPart]?: readonly string[] } = {
  'workshop-director': ['unit-head'],
  'maintenance-director': ['unit-head'],
  'hse-manager': ['safety-department', 'fire-discipline'],
  'production-manager': ['responsible-leader', 'chief-engineer'],
}

/** Which come with an office, whoever holds it: `unit position`. */
const authoritiesOfOffice: { readonly [office: string]: readonly string[] } = {
  'utilities workshop-director': ['water-discipline', 'steam-discipline'],
  'production process-engineer': ['process-discipline'],
  'production clerk': ['production-dispatch'],
  'equipment manager': ['professional-department', 'equipment-discipline'],
  'electrical manager': ['power-supply-head', 'electricity-discipline'],
  'electrical crew-leader': ['power-supply'],
}

/** What somebody may approve: by the part in the story, by office, and every workshop's director for the own unit. */
export const authoritiesOfPerson = (
  { number, position, employer }: RosterPerson,
  { cast }: Pick<Roster, 'cast'>,
): readonly string[] => {
  const parts = Object.entries(cast) as [CastPart, RosterPerson][]
  const ofParts = parts.flatMap(([part, person]) => (person.number === number ? (authoritiesOf[part] ?? []) : []))
  const ofOffice = employer.kind === 'own' ? (authoritiesOfOffice[`${employer.unit} ${position}`] ?? []) : []
  return [...new Set([...ofParts, ...ofOffice, ...(position === 'workshop-director' ? ['unit-head'] : [])])]
}

export const holderOf = (part: (typeof demoAccounts)[number]['part'], roster: Roster): RosterPerson | undefined => {
  if (part === null) return undefined
  if (part === 'contractor-manager') return roster.contractorPeople.find(({ position }) => position === 'manager')
  if (typeof part === 'string') return roster.cast[part]
  return roster.employees.find(
    ({ employer, position }) => employer.kind === 'own' && employer.unit === part.unit && position === part.position,
  )
}
