import type { ChangedCondition, ReissueCause } from '../../job/changes.ts'
import { sayPeopleChangeZhCn } from '../events/changes.zh-cn.ts'

const conditions: { readonly [C in ChangedCondition]: string } = {
  process: '工艺条件',
  weather: '天气',
  neighbour: '周边作业',
  method: '作业方式',
  other: '其他',
}

const causes: { readonly [C in ReissueCause]: string } = {
  content: '内容变了',
  scope: '范围变大',
  place: '换地点',
  validity: '要延长时间',
}

/** The page where a job changes. */
export const changesZhCn = {
  title: '变更',
  waiting: '等待答复',
  made: '人员变更记录',
  reason: '原因',
  reasonHelp: '写明原因才能提交',
  note: '补充说明（可不填）',
  sayPeople: sayPeopleChangeZhCn,
  ways: {
    people: { title: '换人', detail: '加人、退出、换人，按准入条件当场核验' },
    conditions: { title: '作业条件变了', detail: '工艺、天气、周边作业变化：先停下，重新分析' },
    reissue: { title: '内容、范围、地点或时间变了', detail: '关闭本票，另开一张，带入原申请' },
    cancel: { title: '取消作业', detail: '先停下，批准后取消' },
    voiding: { title: '作业票作废', detail: '票开错了或用错了，批准后作废' },
  },
  people: {
    who: '换下谁？',
    join: { crew: '加一名作业人', guardian: '加一名监护人' },
    roles: { crew: '作业人', guardian: '监护人', leader: '作业负责人' },
    by: '换成谁？',
    leave: '只退出，不换人',
    search: '姓名或工号',
    nobody: '没有找到，可输入姓名或工号查找',
    qualified: '符合条件',
    unfit: '不符合',
    unchecked: '提交时核验',
    reasons: ['身体不适', '换班', '证件问题', '工作需要'],
    submit: '提交变更',
    label: '人员变更',
    agreed: '需要有权人同意后生效',
    briefing: '新来的人要先交底签字才能上岗',
  },
  conditions: {
    which: '什么变了？',
    options: conditions,
    lead: '报告后作业立即停下，重新做危害分析、交底和审批后才能恢复。',
    submit: '停下并报告变化',
    label: '报告作业条件变化',
  },
  reissue: {
    which: '什么变了？',
    options: causes,
    lead: '作业立即停下。新票从原申请带入，气体检测、交底和审批全部重做。',
    submit: '按住关闭重办',
    label: '关闭重办',
    toDraft: '去填写新申请',
    as: '已关闭重办，新申请在这里',
    of: '本作业由另一张票重办而来',
    open: '查看',
  },
  ending: {
    cancelLead: '作业立即停下，由有权人批准后取消；不批准就保持停下，要恢复须重新检查。',
    voidLead: '作业立即停下，由有权人批准后作废，原因记入票面。',
    cancel: '按住申请取消',
    voiding: '按住申请作废',
    asked: { cancelling: '申请取消作业', voiding: '申请作废作业票' },
  },
  answer: {
    agree: '按住同意',
    deny: '不同意',
    label: '答复变更',
    waits: '等有权人答复',
    agreed: '已同意',
    denied: '未同意',
  },
}
