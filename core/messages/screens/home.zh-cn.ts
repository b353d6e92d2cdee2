import type { ObligationKind } from '../../job/obligations.ts'

const duty: { readonly [K in ObligationKind]: { readonly title: string; readonly act: string } } = {
  mend: { title: '修改申请', act: '去修改' },
  'answer-return': { title: '申请被退回', act: '看原因并修改' },
  approve: { title: '审批作业票', act: '去审批' },
  prepare: { title: '做开工准备', act: '去准备' },
  'confirm-measures': { title: '确认安全措施', act: '去确认' },
  'sign-briefing': { title: '安全交底签字', act: '去签字' },
  'test-gas': { title: '检测气体', act: '去检测' },
  'witness-check': { title: '现场核实', act: '去核实拍照' },
  ventilate: { title: '确认通风', act: '去扫风机' },
  'sign-in': { title: '监护人签到', act: '去签到' },
  start: { title: '开始作业', act: '去开工' },
  snapshot: { title: '拍过程快照', act: '去拍照' },
  'gas-record': { title: '复测气体', act: '去检测' },
  'fire-watch': { title: '看守余火', act: '去看守' },
  'close-out': { title: '清理现场', act: '去清点' },
  accept: { title: '验收签字', act: '去验收' },
  agree: { title: '答复变更', act: '去答复' },
  'end-work': { title: '作业票到期，停止作业', act: '去停工' },
  'settle-debt': { title: '核对应急记录', act: '去核对' },
}

/** The phone's first page, and the scan page beside it. */
export const homeZhCn = {
  now: '现在该做什么',
  apply: '申请作业',
  duty,
  opens: (at: string): string => `${at} 开始`,
  waitsFor: (step: string): string => `先等「${step}」完成`,
  alarms: '要马上处理',
  next: '接下来',
  today: '我的作业',
  allDone: '现在没有您要做的事',
  allDoneHow: '轮到您时,这里会显示,手机会响。',
  noPerson: '这个账号没有对应的人员',
  noPersonHow: '它可以查看,但不参加作业。请点下面的「作业」。',
  dueBy: (at: string): string => `${at} 前`,
  scan: {
    aim: '扫现场的二维码',
    reading: '正在识别…',
    jobsAt: (place: string): string => `${place} 的作业`,
    noJobs: (place: string): string => `${place} 现在没有作业`,
    noDuty: (name: string): string => `${name}:现在没有要您用它做的事`,
    stopAt: (place: string): string => `停止 ${place} 的作业`,
    again: '再扫一个',
  },
}
