import type { CommandType } from '#core/job/commands.ts'
import type { Role } from './sign-in.ts'

/** Who works at the site. */
export const field: readonly Role[] = [
  'worker',
  'guardian',
  'crew-leader',
  'approver',
  'safety-officer',
  'workshop-director',
]

const applicants: readonly Role[] = ['crew-leader', 'safety-officer', 'workshop-director']
export const approvers: readonly Role[] = ['approver', 'safety-officer', 'workshop-director']

/**
 * Who may ask for what at all; whether the answer is yes is `decide`'s business, which checks the person's part in this
 * very job. A command without a row does not compile. Stopping is not in this table: anyone may.
 */
/** Not asked for by command: the server finds them, or a resource of their own checks more than a role. */
type ServerOwn =
  | 'RecordPresence'
  | 'CloseAlarm'
  | 'OpenContingency'
  | 'CloseContingency'
  | 'EnterPaperTicket'
  | 'KeepRecording'
  | 'ForeseeRest'

export const mayCommand: { readonly [C in Exclude<CommandType, ServerOwn>]: readonly Role[] } = {
  SubmitJob: applicants,
  RecordPreparation: ['crew-leader', 'safety-officer'],
  ConfirmMeasure: field,
  SignBriefing: field,
  ApproveStep: approvers,
  ReturnJob: approvers,
  AnswerReturn: applicants,
  WithdrawApplication: applicants,
  TakeBackApproval: approvers,
  AddSigner: approvers,
  RecordGasTest: ['worker', 'guardian', 'crew-leader', 'safety-officer'],
  WitnessCheck: ['guardian', 'crew-leader'],
  RecordVentilation: ['worker', 'guardian', 'crew-leader'],
  SignInGuardian: ['guardian', 'crew-leader'],
  EndGuardianDuty: ['guardian'],
  StartWork: ['crew-leader'],
  ResumeWork: ['crew-leader'],
  RecordSnapshot: ['guardian'],
  RecordPassage: ['guardian', 'crew-leader'],
  FinishWork: ['crew-leader', 'guardian'],
  RecordFireWatch: ['guardian', 'crew-leader', 'worker'],
  RecordResidue: ['guardian', 'crew-leader'],
  SignAcceptance: field,
  // Whoever an overdue one goes up to may hold any right to sign.
  SettleDebt: approvers,
  CancelJob: ['crew-leader', 'safety-officer', 'workshop-director'],
  ChangePeople: ['crew-leader', 'approver', 'safety-officer', 'workshop-director'],
  AnswerPeopleChange: ['approver', 'safety-officer', 'workshop-director'],
  ReportConditionChange: field,
  CloseAndReissue: ['crew-leader', 'safety-officer', 'workshop-director'],
  VoidJob: ['crew-leader', 'approver', 'safety-officer', 'workshop-director'],
  AnswerEnding: ['approver', 'safety-officer', 'workshop-director'],
}

export const readers: readonly Role[] = [...field, 'management', 'auditor', 'administrator']
