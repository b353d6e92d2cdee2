import { authoritiesZhCn } from '../authorities.zh-cn.ts'
import type { DebtOutcome } from '../../contingency/debt.ts'

const verdict: { readonly [V in DebtOutcome['verdict']]: string } = {
  agrees: '一致',
  differs: '有差异,要查原因',
  explained: '已说明',
}

/** What was done by fallback or on paper and has to be checked: the list at the desk, and the check itself on desk and phone. */
export const debtsZhCn = {
  title: '应急欠账',
  lead: '用应急方式或纸质应急票做的记录,来源恢复后要逐条核对。超期的排在最前,并上报上一级。',
  count: (open: number, overdue: number): string =>
    overdue === 0 ? `${open} 条待核对` : `${open} 条待核对 · ${overdue} 条超期`,
  filter: { open: '待核对', all: '全部' },
  none: '没有待核对的记录',
  noneHow: '来源失联时念读数录音的检测、系统停用时开的纸质票,会自动列到这里。',
  noneOfJob: '这项作业没有应急记录',
  what: '要核对什么',
  kind: {
    spoken: '应急念读的气体检测',
    paper: (ticket: string): string => `纸质应急票 ${ticket}`,
    paperOnly: '纸质应急票',
  },
  work: '作业',
  place: '地点',
  madeAt: '记录时间',
  dueAt: '期限',
  state: '状态',
  owner: '谁来核对',
  authority: authoritiesZhCn,
  holders: (right: string, names: string): string => (names === '' ? right : `${right}:${names}`),
  escalated: (right: string): string => `已上报 ${right}`,
  goesUp: (right: string): string => `超期上报 ${right}`,
  overdue: '超期',
  waiting: '待核对',
  verdict,
  settled: (name: string, at: string): string => `${at} ${name}核对`,
  toJob: '看作业',
  made: (name: string, at: string): string => `${at} ${name}记录`,
  way: { label: '怎么核对', compared: '与来源比对', explained: '说明情况' },
  comparedHow: '按记录时间查来源的历史数值,逐个填进来。',
  explainedHow: '来源没有那时的数值,或者是纸质票:写清怎么核对的、原件在哪里。',
  reason: '核对情况',
  fallback: '应急读数',
  source: (gas: string): string => `${gas} · 来源数值`,
  within: (difference: string, tolerance: string): string => `差 ${difference},允许 ${tolerance}`,
  beyond: (difference: string, tolerance: string): string => `差 ${difference},超过允许的 ${tolerance}`,
  tolerance: (tolerance: string): string => `允许差 ${tolerance}`,
  missing: (count: number): string => `还有 ${count} 个数值没填`,
  submit: '按住确认核对',
  submitDiffers: '按住记下差异',
  label: '核对应急记录',
  pair: (recorded: string, compared: string): string => `应急 ${recorded} / 来源 ${compared}`,
}
