import type { CastPart, Roster, RosterPerson } from './roster.ts'

/** Whom a visitor may sign in as. The password is for the demo alone and is printed at the start. */
export const demoPassword = 'holdpoint-demo'

export const demoAccounts: readonly {
  readonly login: string
  /** Whose account it is: somebody of the story, the first contractor's manager, or nobody who takes part in work. */
  readonly part: CastPart | 'contractor-manager' | null
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
  'hse-manager': ['safety-department'],
  'production-manager': ['responsible-leader'],
}

/** What somebody may approve: by the part in the story, and every workshop's director for the own unit. */
export const authoritiesOfPerson = ({ number, position }: RosterPerson, { cast }: Roster): readonly string[] => {
  const parts = Object.entries(cast) as [CastPart, RosterPerson][]
  const ofParts = parts.flatMap(([part, person]) => (person.number === number ? (authoritiesOf[part] ?? []) : []))
  return [...new Set([...ofParts, ...(position === 'workshop-director' ? ['unit-head'] : [])])]
}

export const holderOf = (part: (typeof demoAccounts)[number]['part'], roster: Roster): RosterPerson | undefined => {
  switch (part) {
    case null:
      return undefined
    case 'contractor-manager':
      return roster.contractorPeople.find(({ position }) => position === 'manager')
    default:
      return roster.cast[part]
  }
}
