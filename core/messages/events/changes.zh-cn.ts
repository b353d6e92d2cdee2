import type { ChangedCondition, Ending, PeopleChange, ReissueCause } from '../../job/changes.ts'
import type { ChangeEvent } from '../../job/events/changes.ts'
import type { EventWords, Names } from '../messages.ts'

export const conditionsZhCnChanged: { readonly [C in ChangedCondition]: string } = {
  process: '工艺条件变化',
  weather: '天气变化',
  neighbour: '周边作业变化',
  method: '作业方式变化',
  other: '其他条件变化',
}
export const reissueCausesZhCn: { readonly [C in ReissueCause]: string } = {
  content: '作业内容变更',
  scope: '作业范围扩大',
  place: '作业地点转移',
  validity: '超过有效期限',
}
export const endingsZhCn: { readonly [E in Ending]: string } = { cancelling: '取消作业', voiding: '作废作业票' }

const roles: { readonly [R in PeopleChange['role']]: string } = {
  crew: '作业人',
  guardian: '监护人',
  leader: '作业负责人',
}

export const sayPeopleChangeZhCn = (change: PeopleChange, names: Pick<Names, 'person'>): string => {
  const role = roles[change.role]
  switch (change.kind) {
    case 'join':
      return `${role}${names.person(change.person)}加入`
    case 'leave':
      return `${role}${names.person(change.person)}退出`
    case 'replace':
      return `${role}由${names.person(change.leaves)}换成${names.person(change.joins)}`
  }
}

const withNote = (sentence: string, note: string): string => (note.trim() === '' ? sentence : `${sentence}：${note}`)

export const changeEventsZhCn: Pick<EventWords, ChangeEvent['type']> = {
  PeopleChangeAsked: ({ by, change, reason }, { names }) =>
    withNote(`${names.person(by)}请求变更人员，${sayPeopleChangeZhCn(change, names)}`, reason),
  PeopleChangeDenied: ({ by, change, note }, { names }) =>
    withNote(`${names.person(by)}不同意变更人员（${sayPeopleChangeZhCn(change, names)}）`, note),
  PeopleChanged: ({ by, change, reason }, { names }) =>
    withNote(`人员变更，${sayPeopleChangeZhCn(change, names)}，${names.person(by)}确认`, reason),
  ConditionsChanged: ({ by, condition, note, renews }, { names }) =>
    withNote(
      `${names.person(by)}报告${conditionsZhCnChanged[condition]}${renews.approvals ? '，重新分析、交底和审批' : ''}`,
      note,
    ),
  EndingAsked: ({ by, ending, reason }, { names }) =>
    withNote(`${names.person(by)}申请${endingsZhCn[ending]}，作业已停下`, reason),
  EndingDenied: ({ by, ending, note }, { names }) => withNote(`${names.person(by)}不同意${endingsZhCn[ending]}`, note),
  JobCancelled: ({ by, reason }, { names }) => withNote(`${names.person(by)}取消作业`, reason),
  JobVoided: ({ by, reason }, { names }) => withNote(`${names.person(by)}批准作业票作废`, reason),
  JobReissued: ({ by, cause, reason }, { names }) =>
    withNote(`${names.person(by)}关闭重办（${reissueCausesZhCn[cause]}）`, reason),
  DraftPrepared: ({ by, reissueOf }, { names }) => `${names.person(by)}由「${names.job(reissueOf)}」重办，申请待提交`,
}
