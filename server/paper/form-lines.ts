/** What a form asks for beyond the lines that all of them share (GB 30871-2022, A.1–A.8). Its words are the messages' and the rulebook's. */
export type FormLines = {
  /** The block of facts that the gas analyses follow. */
  readonly gasAfter: 'parties' | 'hazards'
  /** Duties with a line of their own; everybody else stands on the crew's. */
  readonly duties: readonly string[]
  /** Written plans that are a line of the form: a map, a scope, a sketch. */
  readonly plans: readonly string[]
  readonly leaderProvesCertificate: boolean
  readonly namesCountersigners: boolean
  readonly statesLimits: boolean
}

const common: FormLines = {
  gasAfter: 'hazards',
  duties: [],
  plans: [],
  leaderProvesCertificate: false,
  namesCountersigners: false,
  statesLimits: false,
}

const forms: { readonly [operation: string]: FormLines } = {
  'hot-work': { ...common, gasAfter: 'parties' },
  'confined-space': { ...common, statesLimits: true },
  blinding: { ...common, plans: ['blind-map'] },
  lifting: { ...common, duties: ['rigger', 'commander'] },
  'temporary-power': { ...common, duties: ['power-user'], leaderProvesCertificate: true },
  excavation: { ...common, plans: ['scope-and-sketch'] },
  'road-closing': { ...common, plans: ['traffic-plan'], namesCountersigners: true },
}

export const formLinesOf = (operation: string): FormLines => forms[operation] ?? common
