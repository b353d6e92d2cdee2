import type { JobEvent } from '../../job/events.ts'
import type { JobStatus } from '../../job/job.ts'
import type { HoldPointKind } from '../../rulebook/hold-point.ts'

const status: { readonly [S in JobStatus]: string } = {
  none: '未申请',
  drafted: '待修改',
  submitted: '待审批',
  approved: '待开工',
  active: '作业中',
  suspended: '已中断',
  finished: '待验收',
  closed: '已关闭',
  cancelled: '已取消',
}

const holdPoint: { readonly [K in HoldPointKind]: string } = {
  'gas-test': '气体检测',
  ventilation: '通风确认',
  'guardian-sign-in': '监护人签到',
  snapshot: '过程快照',
  'close-out': '收尾清点',
}

const event: { readonly [E in JobEvent['type']]: string } = {
  JobSubmitted: '提交了申请',
  CommandRefused: '的操作被拒绝',
  PreparationRecorded: '记录了准备',
  MeasureConfirmed: '确认了安全措施',
  BriefingSigned: '签署了安全交底',
  StepApproved: '完成了一级审批',
  JobApproved: '作业已批准',
  JobReturned: '退回了申请',
  GasTested: '记录了气体检测',
  VentilationRecorded: '记录了通风',
  GuardianSignedIn: '监护人签到',
  GuardianDutyEnded: '结束监护',
  GuardianPresenceChanged: '监护在岗状态变化',
  WorkStarted: '开始作业',
  WorkStopped: '停止作业',
  WorkResumed: '恢复作业',
  SnapshotTaken: '拍摄过程快照',
  PassageRecorded: '记录了进出',
  WorkFinished: '结束作业',
  FireWatchRecorded: '记录了动火后看守',
  ResidueRecorded: '记录了现场清理',
  AcceptanceSigned: '签署验收',
  JobClosed: '作业已关闭',
  JobCancelled: '取消作业',
}

/** Jobs on the wall board and on the phone. */
export const jobsZhCn = {
  board: '作业看板',
  today: '作业',
  one: '作业详情',
  track: '停检点',
  status,
  event,
  history: '经过',
  atSite: '现场',
  atServer: '服务器',
  system: '系统',
  holdPoint,
  empty: '现在没有作业',
  emptyHow: '班长提交申请后,作业会出现在这里',
  columnEmpty: '无',
  guardian: (names: string) => `监护:${names}`,
  leader: (name: string) => `负责人:${name}`,
  late: (count: number) => `${count} 项超时`,
  expired: '已超出作业票有效期',
  missing: (count: number) => `还差 ${count} 项`,
  waitsFor: '完成上一步后开启',
  notAsked: '本作业不要求',
  done: '已完成',
  awaitingApproval: (step: string) => `等待:${step}`,
  permits: '作业票',
  print: '打印',
  printPermit: (number: string) => `打印作业票 ${number}`,
  stop: '停止作业',
  stopped: '已停止,记录已送达服务器',
  stopFailed: '没有送达服务器,请立即口头叫停并再按一次',
}
