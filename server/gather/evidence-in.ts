import type { EvidenceId } from '#core/ids.ts'
import type { GuardedCommand } from '#core/job/commands.ts'

/** Every command stands here, so that a new one with a picture cannot be forgotten: its picture would be judged as never taken. */
export const evidenceIn = (command: GuardedCommand): readonly EvidenceId[] => {
  switch (command.type) {
    case 'RecordGasTest':
      return [command.test.displayPicture, ...(command.test.spoken ? [command.test.spoken.recording] : [])]
    case 'RecordVentilation':
      return [command.ventilation.scan, command.ventilation.runningPicture]
    case 'SignInGuardian':
      return command.signIn.method.kind === 'picture-on-site' ? [command.signIn.method.picture] : []
    case 'RecordSnapshot':
      return [command.snapshot.workFace, command.snapshot.guardian]
    case 'RecordResidue':
      return command.pictures
    case 'WitnessCheck':
      return [command.picture]
    case 'RecordPreparation':
      return command.content.kind === 'plan' && command.content.attachment !== undefined
        ? [command.content.attachment]
        : []
    case 'SignBriefing':
    case 'ApproveStep':
    case 'StartWork':
    case 'ResumeWork':
    case 'SignAcceptance':
      return command.signature.handwriting === undefined ? [] : [command.signature.handwriting]
    case 'AddSigner':
    case 'AnswerEnding':
    case 'AnswerPeopleChange':
    case 'AnswerReturn':
    case 'CancelJob':
    case 'ChangePeople':
    case 'CloseAlarm':
    case 'CloseAndReissue':
    case 'CloseContingency':
    case 'ConfirmMeasure':
    case 'EndGuardianDuty':
    case 'EnterPaperTicket':
    case 'FinishWork':
    case 'ForeseeRest':
    case 'KeepRecording':
    case 'OpenContingency':
    case 'RecordFireWatch':
    case 'RecordPassage':
    case 'RecordPresence':
    case 'ReportConditionChange':
    case 'ReturnJob':
    case 'SettleDebt':
    case 'SubmitJob':
    case 'TakeBackApproval':
    case 'VoidJob':
    case 'WithdrawApplication':
      return []
  }
}
