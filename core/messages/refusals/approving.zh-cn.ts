import { authoritiesZhCn } from '../authorities.zh-cn.ts'
import type { RefusalWords } from '../messages.ts'

const rightOf = (authority: string): string => authoritiesZhCn[authority] ?? authority

/** Returns, additional signatures and standing in. */
export const approvingZhCn = {
  'job-returned': ({ by, reason }, { names }) =>
    `${names.person(by)}已退回给申请人（${reason}），改好并重新送审后才能签`,
  'nothing-to-answer': () => '申请没有被退回，不用重新送审',
  'reason-missing': () => '要写明原因，收到的人才知道改什么',
  'step-not-earlier': ({ step }, { names }) => `「${names.step(step)}」还没有签过，不能退回到这一步`,
  'signed-after': ({ step, by }, { names }) => `${names.person(by)}已经接着签了「${names.step(step)}」，不能再收回`,
  'approval-of-another': ({ step, person }, { names }) =>
    `「${names.step(step)}」的签字是${names.person(person)}本人的，别人不能代办`,
  'signer-added-already': ({ step, person }, { names }) =>
    `${names.person(person)}已经是「${names.step(step)}」的签字人`,
  'signer-lacks-authority': ({ person }, { names }) => `${names.person(person)}没有可以加签的审批权限`,
  'delegations-unknown': () => '查不到委托记录，现在不能代签',
  'delegation-missing': ({ person, onBehalfOf }, { names }) =>
    `${names.person(onBehalfOf)}现在没有把签字委托给${names.person(person)}`,
  'delegate-lacks-authority': ({ person, authority }, { names }) =>
    `${names.person(person)}没有「${rightOf(authority)}」的签字权，不能受委托`,
  'delegator-lacks-authority': ({ person, authority }, { names }) =>
    `${names.person(person)}没有「${rightOf(authority)}」的签字权，无从委托`,
  'delegation-cycle': ({ person, delegate }, { names }) =>
    `${names.person(delegate)}这段时间的签字已经委托出来，又绕回${names.person(person)}，不能互相委托`,
  'delegation-too-long': ({ days, daysMax }) => `委托了 ${days} 天，最多 ${daysMax} 天`,
  'urgent-reason-missing': () => '没有提前一天预约，要写明为什么当天必须做',
  'delegation-backwards': ({ from, to }, { time }) => `委托从 ${time(from)} 到 ${time(to)}，时间不对或已经过去`,
} satisfies Partial<RefusalWords>
