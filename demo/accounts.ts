import type { CastPart } from './roster.ts'

/** Whom a visitor may sign in as. The password is for the demo alone and is printed at the start. */
export const demoPassword = 'holdpoint-demo'

export const demoAccounts: readonly {
  readonly login: string
  readonly part: CastPart
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
]

/** Which approval authorities come with a part of the story. */
export const authoritiesOf: { readonly [P in CastPart]?: readonly string[] } = {
  'workshop-director': ['unit-head'],
  'maintenance-director': ['unit-head'],
  'hse-manager': ['safety-department'],
  'production-manager': ['responsible-leader'],
}
