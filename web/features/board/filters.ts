import type { BoardJob } from '#contract/job-views.ts'

/** What the chips ask for; an absent one lets everything pass. Kept in the address, so that a view can be shared. */
export type Filters = {
  readonly operation?: string
  readonly unit?: string
  readonly risk?: string
  readonly contractor?: string
  readonly mine?: string
}
export const filterNames = ['operation', 'unit', 'risk', 'contractor', 'mine'] as const

export const readFilters = (search: string): Filters => {
  const asked = new URLSearchParams(search)
  return Object.fromEntries(filterNames.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])))
}

/** Stands for the plant's own people where others name a contractor. */
export const own = 'own'

export const passes = (job: BoardJob, filters: Filters, me: string | null): boolean =>
  (filters.operation === undefined || job.permits.some(({ operation }) => operation === filters.operation)) &&
  (filters.unit === undefined || job.unit === filters.unit) &&
  (filters.risk === undefined || job.risk === filters.risk) &&
  (filters.contractor === undefined || (job.contractor ?? own) === filters.contractor) &&
  (filters.mine === undefined || (me !== null && [job.leader, ...job.guardians, ...job.workers].includes(me)))
