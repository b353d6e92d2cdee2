import type { DocumentState } from '../../people/document-state.ts'
import type { PaperAction } from '../../people/paper-due.ts'

const action: { readonly [A in PaperAction]: string } = {
  renew: '换证',
  review: '复审',
  replace: '核查并补交有效证件',
  'ask-for-check': '请厂方安全部门核验',
  'hand-in': '补交资料',
  examine: '安排体检',
  reassign: '调离作业岗位',
}
const state: { readonly [S in Exclude<DocumentState, 'valid'>]: string } = {
  'due-soon': '30 天内到期',
  lapsed: '已过期',
  'not-accepted': '不认可',
  unconfirmed: '待核验',
  unknown: '资料不全',
}

/** A contractor's own pages: what its people lack, and where they work. */
export const ownFirmZhCn = {
  papers: {
    menu: '人员证件',
    title: '要处理的证件',
    note: (firm: string, people: number, papers: number): string => `${firm} · ${people} 人 · ${papers} 份要处理`,
    none: '没有要处理的证件',
    noneHow: '本单位人员的证件 30 天内都有效。',
    person: '人员',
    position: '岗位',
    document: '证件',
    state: '状态',
    by: '有效至',
    action: '怎么做',
    medical: '职业健康体检',
    valid: '有效',
    unlimited: '长期或未知',
    documentsOf: (name: string): string => `${name}的证件`,
  },
  jobs: {
    menu: '作业',
    title: '本单位的作业',
    note: (count: number): string => `${count} 项未结束`,
    none: '现在没有作业',
    noneHow: '本单位人员参加或负责的作业会出现在这里。',
    place: '地点',
    content: '内容',
    leader: '负责人',
    from: '开始',
    to: '结束',
    state: '状态',
    stopped: '已停工',
    late: '超时任务',
  },
  state,
  action,
}
