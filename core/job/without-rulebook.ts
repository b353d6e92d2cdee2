import { refuse, type Decision } from './decision.ts'
import { ground } from './ground.ts'
import type { Pin } from './job.ts'

/** Nobody knows the edition that this job, or new work of this plant, is measured by; so nothing can be permitted. */
export const refuseWithoutRulebook = (pin: Pin | null): Decision =>
  refuse([
    ground(
      { code: 'rulebook-edition-unknown', params: { rulebook: pin?.id ?? '', edition: pin?.edition ?? '' } },
      { source: 'product' },
    ),
  ])
