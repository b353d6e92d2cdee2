import type { JobId } from '../../ids.ts'
import type { Application } from '../application.ts'
import type { ChangedCondition, Ending, PeopleChange, ReissueCause, Renewal } from '../changes.ts'
import type { Done } from '../events.ts'

/** What changes in a job after it was applied for. */
export type ChangeEvent =
  | (Done & {
      readonly type: 'PeopleChangeAsked'
      readonly id: string
      readonly change: PeopleChange
      readonly reason: string
    })
  | (Done & {
      readonly type: 'PeopleChangeDenied'
      readonly id: string
      readonly change: PeopleChange
      readonly note: string
    })
  /** From now on; `by` is who had the last word. */
  | (Done & {
      readonly type: 'PeopleChanged'
      readonly id: string
      readonly change: PeopleChange
      readonly reason: string
    })
  | (Done & {
      readonly type: 'ConditionsChanged'
      readonly condition: ChangedCondition
      readonly note: string
      readonly renews: Renewal
    })
  | (Done & { readonly type: 'EndingAsked'; readonly ending: Ending; readonly reason: string })
  | (Done & { readonly type: 'EndingDenied'; readonly ending: Ending; readonly note: string })
  | (Done & { readonly type: 'JobCancelled'; readonly reason: string })
  | (Done & { readonly type: 'JobVoided'; readonly reason: string })
  | (Done & {
      readonly type: 'JobReissued'
      readonly cause: ReissueCause
      readonly reason: string
      readonly successor: JobId
    })
  /** The first of a job that continues another: its application to begin with, and nothing else of it. */
  | (Done & { readonly type: 'DraftPrepared'; readonly application: Application; readonly reissueOf: JobId })
