import type { JobId } from '../../ids.ts'
import type { Issued } from '../commands.ts'
import type { ChangedCondition, PeopleChange, ReissueCause } from '../changes.ts'

export type ChangePeople = Issued & {
  readonly type: 'ChangePeople'
  readonly change: PeopleChange
  readonly reason: string
}
export type AnswerPeopleChange = Issued & {
  readonly type: 'AnswerPeopleChange'
  readonly change: string
  readonly isAgreed: boolean
  readonly note: string
}
export type ReportConditionChange = Issued & {
  readonly type: 'ReportConditionChange'
  readonly condition: ChangedCondition
  readonly note: string
}
export type CloseAndReissue = Issued & {
  readonly type: 'CloseAndReissue'
  readonly cause: ReissueCause
  readonly reason: string
  /** Under which the work is applied for anew; prepared by the server. */
  readonly successor: JobId
}
export type CancelJob = Issued & { readonly type: 'CancelJob'; readonly reason: string }
export type VoidJob = Issued & { readonly type: 'VoidJob'; readonly reason: string }
/** Of whoever the rulebook names, to a request to cancel or to void. */
export type AnswerEnding = Issued & { readonly type: 'AnswerEnding'; readonly isAgreed: boolean; readonly note: string }

export type ChangeCommand =
  | ChangePeople
  | AnswerPeopleChange
  | ReportConditionChange
  | CloseAndReissue
  | CancelJob
  | VoidJob
  | AnswerEnding
