import type { Rulebook } from '../rulebook/rulebook.ts'
import { addSigner } from './decide/add-signer.ts'
import { approveStep } from './decide/approval.ts'
import { reportConditionChange } from './decide/changes/conditions.ts'
import { answerEnding, cancelJob, voidJob } from './decide/changes/ending.ts'
import { answerPeopleChange, changePeople } from './decide/changes/people.ts'
import { closeAndReissue } from './decide/changes/reissue.ts'
import { closeAlarm } from './decide/close-alarm.ts'
import { finishWork, recordFireWatch, recordPassage, recordResidue, signAcceptance } from './decide/closing.ts'
import { answerReturn, returnJob, takeBackApproval, withdrawApplication } from './decide/going-back.ts'
import { closeContingency, openContingency, settleDebt } from './decide/contingency.ts'
import { enterPaperTicket } from './decide/paper-ticket.ts'
import { checkHandwriting } from './decide/handwriting.ts'
import { recordGasTest, recordVentilation } from './decide/hold-points.ts'
import { endGuardianDuty, recordPresence, signInGuardian } from './decide/presence.ts'
import { confirmMeasure, recordPreparation, signBriefing } from './decide/preparation.ts'
import { resumeWork, startWork } from './decide/work.ts'
import { recordSnapshot } from './decide/snapshot.ts'
import { submitJob } from './decide/submit.ts'
import { foreseeRest, withRestsForeseen } from './decide/rest.ts'
import { keepRecording } from './decide/video.ts'
import { witnessCheck } from './decide/witness-check.ts'
import { clockSkewSecondsMax } from './clock-skew.ts'
import { ground } from './ground.ts'
import type { GuardedCommand, StopWork } from './commands.ts'
import { refuse, type Decision } from './decision.ts'
import type { JobEvent } from './events.ts'
import type { Facts } from './facts.ts'
import type { Job } from './job.ts'

/**
 * May it, and what follows. Pure: the world is in `facts`, the rules in `rulebook`; the server's answer and the phone's
 * preview come from the same function.
 */
export const decide = (command: GuardedCommand, job: Job, rulebook: Rulebook, facts: Facts): Decision => {
  const aheadSeconds = (command.occurredAt - facts.now) / 1000
  if (!(aheadSeconds <= clockSkewSecondsMax))
    return refuse([ground({ code: 'happened-in-the-future', params: { aheadSeconds } }, { source: 'product' })])
  const handwriting = checkHandwriting(command, job, facts)
  if (handwriting.length > 0) return refuse(handwriting)
  return withRestsForeseen(decideOne(command, job, rulebook, facts), command, job, rulebook, facts)
}

const decideOne = (command: GuardedCommand, job: Job, rulebook: Rulebook, facts: Facts): Decision => {
  switch (command.type) {
    case 'SubmitJob':
      return submitJob(command, job, rulebook, facts)
    case 'RecordPreparation':
      return recordPreparation(command, job, rulebook, facts)
    case 'ConfirmMeasure':
      return confirmMeasure(command, job, rulebook, facts)
    case 'SignBriefing':
      return signBriefing(command, job, rulebook, facts)
    case 'ApproveStep':
      return approveStep(command, job, rulebook, facts)
    case 'ReturnJob':
      return returnJob(command, job, rulebook, facts)
    case 'AnswerReturn':
      return answerReturn(command, job)
    case 'WithdrawApplication':
      return withdrawApplication(command, job)
    case 'TakeBackApproval':
      return takeBackApproval(command, job, rulebook)
    case 'AddSigner':
      return addSigner(command, job, rulebook, facts)
    case 'RecordGasTest':
      return recordGasTest(command, job, rulebook, facts)
    case 'RecordVentilation':
      return recordVentilation(command, job, rulebook, facts)
    case 'SignInGuardian':
      return signInGuardian(command, job, rulebook, facts)
    case 'EndGuardianDuty':
      return endGuardianDuty(command, job, rulebook, facts)
    case 'RecordPresence':
      return recordPresence(command, job, rulebook, facts)
    case 'StartWork':
      return startWork(command, job, rulebook, facts)
    case 'ResumeWork':
      return resumeWork(command, job, rulebook, facts)
    case 'RecordSnapshot':
      return recordSnapshot(command, job, rulebook, facts)
    case 'RecordPassage':
      return recordPassage(command, job, facts)
    case 'FinishWork':
      return finishWork(command, job)
    case 'RecordFireWatch':
      return recordFireWatch(command, job, facts)
    case 'RecordResidue':
      return recordResidue(command, job, facts)
    case 'SignAcceptance':
      return signAcceptance(command, job, rulebook, facts)
    case 'CloseAlarm':
      return closeAlarm(command, job)
    case 'WitnessCheck':
      return witnessCheck(command, job, rulebook, facts)
    case 'ChangePeople':
      return changePeople(command, job, rulebook, facts)
    case 'AnswerPeopleChange':
      return answerPeopleChange(command, job, rulebook, facts)
    case 'ReportConditionChange':
      return reportConditionChange(command, job, rulebook)
    case 'CloseAndReissue':
      return closeAndReissue(command, job)
    case 'CancelJob':
      return cancelJob(command, job, rulebook)
    case 'VoidJob':
      return voidJob(command, job, rulebook)
    case 'AnswerEnding':
      return answerEnding(command, job, rulebook, facts)
    case 'OpenContingency':
      return openContingency(command, job)
    case 'CloseContingency':
      return closeContingency(command, job)
    case 'SettleDebt':
      return settleDebt(command, job, rulebook, facts)
    case 'EnterPaperTicket':
      return enterPaperTicket(command, job, rulebook, facts)
    case 'ForeseeRest':
      return foreseeRest(command, job, rulebook, facts)
    case 'KeepRecording':
      return keepRecording(command, job, rulebook)
  }
}

/**
 * Stopping is no decision: it asks no fact, no version and no lock, and it is always recorded. A stop that reaches us
 * before the start it follows must not vanish, or the late start would bring the work back to life.
 */
export const stopWork = ({ by, occurredAt, reason, note, device, position }: StopWork): JobEvent => ({
  type: 'WorkStopped',
  by,
  occurredAt,
  reason,
  note,
  ...(device === undefined ? {} : { device }),
  ...(position === undefined ? {} : { position }),
})
