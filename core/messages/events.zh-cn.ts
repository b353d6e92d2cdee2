import type { StopReason } from '../job/job.ts'
import type { PresenceState } from '../job/site-records.ts'
import type { PersonId } from '../ids.ts'
import { changeEventsZhCn } from './events/changes.zh-cn.ts'
import type { EventWords, Say } from './messages.ts'
import { stopReasonsZhCn } from './vocabulary.zh-cn.ts'

const presence: { readonly [S in PresenceState]: string } = {
  inside: '在现场',
  outside: '离开了现场',
  silent: '联系不上',
}
const verdict = { agrees: '数值一致', differs: '数值不一致', explained: '无法核对，已说明原因' } as const
const whoOf = (by: PersonId | null, { names }: Say): string => (by === null ? '' : names.person(by))
const withNote = (sentence: string, note: string): string => (note.trim() === '' ? sentence : `${sentence}：${note}`)
const stopped = (reason: StopReason): string =>
  reason === 'stop-work' ? '叫停了作业' : `停止作业（${stopReasonsZhCn[reason]}）`

/** The job's history, one sentence for each thing that happened. */
export const eventsZhCn: EventWords = {
  JobSubmitted: ({ by, permits }, { names }) =>
    `${names.person(by)}提交申请，作业票 ${permits.map(({ number }) => number).join('、')}`,
  CommandRefused: ({ by, refusals }, { names }) => `${names.person(by)}的操作被拦下，${refusals.length} 项不满足`,
  PreparationRecorded: ({ by, operation, preparation }, { names }) =>
    `${names.person(by)}完成「${names.preparation(operation, preparation)}」`,
  MeasureConfirmed: ({ by, operation, measure, isInvolved }, { names }) =>
    `${names.person(by)}${isInvolved ? '确认安全措施' : '选择不涉及'}：${names.measure(operation, measure)}`,
  BriefingSigned: ({ by, as }, { names }) =>
    `${names.person(by)}${as === 'briefer' ? '作安全交底并签字' : '接受安全交底并签字'}`,
  StepApproved: ({ by, step, permit, onBehalfOf }, { names }) =>
    `${names.person(by)}${onBehalfOf === undefined ? '' : `受${names.person(onBehalfOf)}委托`}在作业票 ${names.permit(permit)} 签「${names.step(step)}」`,
  JobApproved: () => '全部审批完成，可以开工',
  JobReturned: ({ by, reason, toStep }, { names }) =>
    withNote(
      toStep === undefined
        ? `${names.person(by)}退回申请人修改`
        : `${names.person(by)}把作业票 ${names.permit(toStep.permit)} 退回到「${names.step(toStep.step)}」`,
      reason,
    ),
  ReturnAnswered: ({ by, note }, { names }) => withNote(`${names.person(by)}修改后重新送审`, note),
  ApplicationWithdrawn: ({ by, reason }, { names }) => withNote(`${names.person(by)}撤回申请`, reason),
  ApprovalTakenBack: ({ by, step, permit, reason }, { names }) =>
    withNote(`${names.person(by)}收回在作业票 ${names.permit(permit)} 上的「${names.step(step)}」签字`, reason),
  SignerAdded: ({ by, step, signer, reason }, { names }) =>
    withNote(`${names.person(by)}请${names.person(signer)}在「${names.step(step)}」加签`, reason),
  GasTested: ({ test, isWithinLimits }, { names }) =>
    `${names.person(test.analyst)}检测气体，${isWithinLimits ? '合格' : '不合格'}`,
  VentilationRecorded: ({ by, ventilation }, { names }) =>
    `${names.person(by)}确认通风，风机「${names.equipment(ventilation.fan)}」`,
  CheckWitnessed: ({ by, operation, check }, { names }) =>
    `${names.person(by)}现场核实并拍照：${names.check(operation, check)}`,
  GuardianSignedIn: ({ signIn }, { names }) => `监护人${names.person(signIn.person)}签到`,
  GuardianDutyEnded: ({ guardian }, { names }) => `监护人${names.person(guardian)}结束监护`,
  GuardianPresenceChanged: ({ guardian, state }, { names }) => `监护人${names.person(guardian)}${presence[state]}`,
  WorkStarted: ({ by }, { names }) => `${names.person(by)}开工`,
  WorkStopped: ({ by, reason, note }, say) =>
    withNote(by === null && reason === 'stop-work' ? '有人叫停了作业' : `${whoOf(by, say)}${stopped(reason)}`, note),
  WorkResumed: ({ by }, { names }) => `${names.person(by)}恢复作业`,
  SnapshotTaken: ({ by, placing }, { names }) =>
    `${names.person(by)}拍了现场快照${placing === 'unclear' ? '，拍摄位置不能确定' : ''}`,
  PassageRecorded: ({ passage: { what, direction } }, { names }) =>
    'person' in what
      ? `${names.person(what.person)}${direction === 'in' ? '进入' : '出来'}`
      : `${what.tool} ${what.count} 件${direction === 'in' ? '带进' : '带出'}`,
  WorkFinished: ({ by }, { names }) => `${names.person(by)}结束作业`,
  FireWatchRecorded: ({ by, isCalm }, { names }) => `${names.person(by)}查看余火，${isCalm ? '没有异常' : '发现异常'}`,
  ResidueRecorded: ({ by, pictures }, { names }) => `${names.person(by)}拍了 ${pictures.length} 张现场清理照片`,
  AlarmClosed: ({ by, result }, { names }) => `${names.person(by)}关闭报警：${result}`,
  AcceptanceSigned: ({ by, acceptance }, { names }) => `${names.person(by)}签「${names.acceptance(acceptance)}」`,
  JobClosed: () => '作业关闭',
  ...changeEventsZhCn,
  ContingencyOpened: ({ by, contingency: { source, until } }, { names, time }) =>
    `「${names.equipment(source)}」没有信号，${names.person(by)}启用应急方式，到 ${time(until)} 为止`,
  ContingencyClosed: ({ by }, { names }) => `${names.person(by)}结束应急方式`,
  DebtSettled: ({ by, outcome }, { names }) => `${names.person(by)}核对应急记录：${verdict[outcome.verdict]}`,
  RestsForeseen: ({ rests }, { names, time }) =>
    rests.length === 0
      ? '没有人要在作业票到期前休息'
      : `要休息：${rests.map(({ person, at }) => `${names.person(person)} ${time(at)} 起`).join('，')}`,
  RecordingKept: ({ recording: { camera, from, to } }, { names, time }) =>
    `收到「${names.equipment(camera)}」${time(from)} 至 ${time(to)} 的录像`,
  PaperTicketEntered: ({ by, supervisedBy, ticket }, { names }) =>
    `${names.person(by)}补录纸质应急票 ${ticket}，${names.person(supervisedBy)}在旁监督`,
  JobCancelled: ({ by, reason }, { names }) => withNote(`${names.person(by)}取消作业`, reason),
}
