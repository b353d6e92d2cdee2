import { endingsZhCn } from '../events/changes.zh-cn.ts'
import type { RefusalWords } from '../messages.ts'

const changes = {
  crew: '变更作业人',
  guardian: '变更监护人',
  leader: '变更作业负责人',
  ...endingsZhCn,
}

export const changesZhCn = {
  'change-not-foreseen': ({ change }) => `本单位的规则没有写怎样${changes[change]}，不能办理`,
  'may-not-agree': ({ person }, { names }) => `${names.person(person)}没有同意这项变更的权限`,
  'nothing-asked': () => '没有等待答复的变更，可能已经有人答复了',
  'takes-part-already': ({ person }, { names }) => `${names.person(person)}已经在本作业中`,
  'ending-undecided': ({ ending, since }, { time }) =>
    `${time(since)} 有人申请${endingsZhCn[ending]}，还没有批准或驳回`,
} satisfies Partial<RefusalWords>
