import type { Booking } from '../../job/booking.ts'

const booking: { readonly [B in Booking]: string } = { ahead: '预约', urgent: '当日紧急' }

/** The desk's plan of a day, and the reason that urgent work gives while it is applied for. */
export const dayPlanZhCn = {
  title: '明日计划',
  menu: '明日计划',
  note: (day: string, jobs: number, problems: number): string =>
    `${day} · ${jobs} 项作业 · ${problems === 0 ? '人员全部合格' : `${problems} 人次有问题`}`,
  cutOff: (time: string): string => `前一天 ${time} 前申请为预约,以后为当日紧急`,
  days: { today: '今天', tomorrow: '明天', after: '后天' },
  day: '哪一天',
  none: '这一天还没有作业申请',
  noneHow: '提前一天申请的作业会按车间列在这里,人员按当天核对。',
  booking,
  reason: (text: string): string => `紧急原因:${text}`,
  columns: { time: '时间', work: '作业', people: '人员(按当天核对)', missing: '缺什么 · 谁来补' },
  unit: (name: string, jobs: number): string => `${name} · ${jobs} 项`,
  fine: '齐全',
  fixedBy: (owner: string): string => `由${owner}处理`,
  insteadOf: (person: string, others: string): string => `${person} 可换:${others}`,
  nobodyInstead: (person: string): string => `没有合格的人可替 ${person}`,
  urgent: {
    title: '当日紧急作业',
    lead: (time: string, signers: readonly string[]): string =>
      `没有在前一天 ${time} 前预约,排计划的人没有看过。写明为什么不能等,审批人会看到${signers.length === 0 ? '' : `,并且要多一道审批:${signers.join('、')}`}。`,
    reason: '为什么当天必须做',
  },
}
