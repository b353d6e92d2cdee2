import type { PermitId, PersonId, StepId } from '../../ids.ts'
import type { Issued } from '../commands.ts'
import type { Signature } from '../site-records.ts'

/** A step of one permit's chain. */
export type StepOfPermit = { readonly permit: PermitId; readonly step: StepId }

/** Whose right is used, where the one who acts stands in for somebody (委托). */
type StandingIn = { readonly onBehalfOf?: PersonId }

export type ApproveStep = Issued &
  StepOfPermit &
  StandingIn & { readonly type: 'ApproveStep'; readonly signature: Signature }

/** Back to an earlier step, or to the applicant where none is named. */
export type ReturnJob = Issued &
  StandingIn & { readonly type: 'ReturnJob'; readonly reason: string; readonly toStep?: StepOfPermit }

/** The applicant says what was mended; the chain begins again. */
export type AnswerReturn = Issued & { readonly type: 'AnswerReturn'; readonly note: string }

/** The applicant takes the application back before work has begun (撤回). */
export type WithdrawApplication = Issued & { readonly type: 'WithdrawApplication'; readonly reason: string }

/** An approver takes back a signature of their own while nobody has signed after it. */
export type TakeBackApproval = Issued & StepOfPermit & { readonly type: 'TakeBackApproval'; readonly reason: string }

/** One more signature on the step whose turn it is (加签). */
export type AddSigner = Issued &
  StepOfPermit &
  StandingIn & { readonly type: 'AddSigner'; readonly signer: PersonId; readonly reason: string }

export type ApprovingCommand =
  | ApproveStep
  | ReturnJob
  | AnswerReturn
  | WithdrawApplication
  | TakeBackApproval
  | AddSigner
