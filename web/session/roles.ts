export type Role =
  | 'worker'
  | 'guardian'
  | 'crew-leader'
  | 'approver'
  | 'safety-officer'
  | 'workshop-director'
  | 'contractor-manager'
  | 'management'
  | 'auditor'
  | 'administrator'

/** Who works at the site, and so has a camera and a position to hand in. */
export const field: readonly Role[] = [
  'worker',
  'guardian',
  'crew-leader',
  'approver',
  'safety-officer',
  'workshop-director',
]

/** Who may apply for work. */
export const applicants: readonly Role[] = ['crew-leader', 'safety-officer', 'workshop-director']

/** Who may hold a right to sign. */
export const approvers: readonly Role[] = ['approver', 'safety-officer', 'workshop-director']

/** Who may say what the weather is. */
export const weatherWatchers: readonly Role[] = [...applicants, 'approver']

/** Who a page is for. The server decides what they may do there; this only keeps empty pages out of menus. */
export type Audience = 'everyone' | readonly Role[]

export const isFor = (audience: Audience, roles: readonly string[]): boolean =>
  audience === 'everyone' || audience.some((role) => roles.includes(role))
