import type { Certainty } from '../../rulebook/grounds.ts'
import type { EditionChange } from '../../rulebook/compare-editions.ts'

const part: { readonly [P in RulePart]: string } = {
  levels: '级别与升级',
  people: '人员',
  papers: '准备与安全措施',
  approvals: '审批',
  holdPoints: '停检点',
  gates: '申请、开工与恢复',
  conflicts: '冲突',
}
const certainty: { readonly [C in Certainty]: string } = { digest: '按摘要，未核对原文', memory: '凭记忆，待核对' }
const change: { readonly [C in EditionChange['change']]: string } = {
  stricter: '更严',
  looser: '更松',
  new: '新增',
  gone: '删除',
  unclear: '说不清松紧',
}

export type RulePart = 'levels' | 'people' | 'papers' | 'approvals' | 'holdPoints' | 'gates' | 'conflicts'

export const rulesZhCn = {
  title: '规则',
  edition: (edition: string): string => `${edition} 版`,
  since: (day: string): string => `${day} 起执行`,
  basis: '依据',
  operation: '作业类别',
  part,
  demand: '要求',
  when: '什么时候',
  always: '一律',
  ground: '依据条款',
  floor: '底线，只能收紧',
  enterprise: '企业规定',
  product: '系统要求',
  certainty,
  raises: '提高一级管理',
  every: (minutes: string): string => `每 ${minutes} 分钟一次`,
  within: (minutes: string): string => `${minutes} 分钟内办完`,
  hours: (hours: string): string => `有效期不超过 ${hours} 小时`,
  onSite: '须在现场',
  guardians: (count: string): string => `监护人不少于 ${count} 人`,
  apart: (other: string, metres: string): string => `${metres} 米内不同时进行${other}`,
  together: {
    place: (other: string): string => `同一地点不同时进行${other}`,
    pipe: (other: string): string => `同一管道不同时进行${other}`,
    dike: (other: string): string => `同一围堤内不同时进行${other}`,
  },
  compare: '和另一版比较',
  compareWith: (edition: string, now: string): string => `${edition} 版改成 ${now} 版`,
  change,
  noChanges: '两版的要求完全相同',
  write: '起草新一版',
  writeHow:
    '改好以后先检查：错在第几行、低于哪条底线、比现在严还是松，都会列出来。没有问题就提交，由另一位安全管理人员审阅后发布。',
  takeProposed: (edition: string): string => `从建议的 ${edition} 版写起（更多情形须两名监护人）`,
  text: '规则正文（YAML）',
  check: '检查',
  publish: '发布这一版',
  handIn: '提交发布',
  handedIn: (edition: string): string => `${edition} 版已提交，等另一位安全管理人员发布`,
  waiting: '待发布的版本',
  waitsForYou: (edition: string, by: string): string => `${by}起草了 ${edition} 版，请您审阅`,
  waitsForOther: (edition: string): string => `您起草的 ${edition} 版，等另一位安全管理人员发布`,
  review: '审阅并发布',
  look: '查看',
  withdraw: '不发布，撤下',
  draftOf: (edition: string, by: string): string => `${edition} 版 · ${by}起草`,
  failed: '没有办成，请再试一次',
  line: (line: number): string => `第 ${line} 行`,
  problems: (count: number): string => `${count} 处写得不对`,
  breaches: (count: number): string => `${count} 处低于标准的底线，不能发布`,
  breach: (clause: string): string => `标准 ${clause} 的要求不能放松`,
  changes: (count: number): string => `和现行版相比有 ${count} 处不同`,
  clean: '没有问题，可以发布',
}
