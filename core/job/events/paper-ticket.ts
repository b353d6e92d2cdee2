import type { PersonId } from '../../ids.ts'
import type { EpochMs } from '../../time/epoch.ts'
import type { Application } from '../application.ts'
import type { Permit, Pin } from '../job.ts'

export type PaperTicketEntered = {
  readonly type: 'PaperTicketEntered'
  readonly occurredAt: EpochMs
  readonly by: PersonId
  readonly ticket: string
  readonly supervisedBy: PersonId
  readonly application: Application
  readonly permits: readonly Permit[]
  readonly rulebook: Pin
}
