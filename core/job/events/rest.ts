import type { PersonId } from '../../ids.ts'
import type { RestForeseen } from '../../people/rest-foreseen.ts'
import type { EpochMs } from '../../time/epoch.ts'

/** Who has to rest from when on if the work goes on: worked out at the start, and again whenever that has changed. */
export type RestsForeseen = {
  readonly type: 'RestsForeseen'
  readonly occurredAt: EpochMs
  readonly by: PersonId
  readonly rests: readonly RestForeseen[]
}
