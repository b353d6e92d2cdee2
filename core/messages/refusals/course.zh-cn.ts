import type { RefusalWords } from '../messages.ts'
import { jobsZhCn } from '../screens/jobs.zh-cn.ts'
import { captureStepZhCn, stopReasonsZhCn } from '../vocabulary.zh-cn.ts'

const { status: statuses, holdPoint: holdPoints } = jobsZhCn

/** Form and preparation, evidence, and the job's course. */
export const courseZhCn = {
  'field-missing': ({ operation, field }, { names }) =>
    `${names.operation(operation)}没有填「${names.field(operation, field)}」`,
  'field-out-of-range': ({ operation, field, min, max }, { names, number }) =>
    `${names.operation(operation)}的「${names.field(operation, field)}」应在 ${number(min)} 到 ${number(max)} 之间`,
  'field-unreadable': ({ operation, field }, { names }) =>
    `${names.operation(operation)}的「${names.field(operation, field)}」填的内容看不懂`,
  'operation-unknown': ({ operation }, { names }) => `规则里没有作业类别「${names.operation(operation)}」`,
  'level-below-derived': ({ operation, level, derived }, { names }) =>
    `${names.operation(operation)}应为${names.level(operation, derived)}，不能降为${names.level(operation, level)}`,
  'level-outdated': ({ operation, level, derived }, { names }) =>
    `${names.operation(operation)}现在应为${names.level(operation, derived)}，作业票办的是${names.level(operation, level)}：申请之后日子或地点的情况变了`,
  'preparation-missing': ({ operation, preparation }, { names }) =>
    `${names.operation(operation)}还没有「${names.preparation(operation, preparation)}」`,
  'preparation-incomplete': ({ operation, preparation, item }, { names }) =>
    `${names.operation(operation)}的「${names.preparation(operation, preparation)}」还缺：${names.preparationItem(operation, preparation, item)}`,
  'plan-not-uploaded': ({ operation, preparation }, { names }) =>
    `${names.operation(operation)}的「${names.preparation(operation, preparation)}」还没有上传经审批的文件`,
  'plan-not-approved-yet': ({ operation, preparation, approvedOn }, { names, date }) =>
    `${names.operation(operation)}的「${names.preparation(operation, preparation)}」${date(approvedOn)}才批准，现在还不能用`,
  'plan-document-unknown': ({ operation, preparation }, { names }) =>
    `${names.operation(operation)}的「${names.preparation(operation, preparation)}」所附的文件不是为这项作业上传的`,
  'measure-unconfirmed': ({ operation, measure }, { names }) =>
    `${names.operation(operation)}的安全措施还没有确认：${names.measure(operation, measure)}`,
  'measure-not-optional': ({ operation, measure }, { names }) =>
    `${names.operation(operation)}的这条安全措施不能选「不涉及」：${names.measure(operation, measure)}`,
  'measure-unknown': ({ operation, measure }, { names }) =>
    `${names.operation(operation)}没有这条安全措施：${names.measure(operation, measure)}`,
  'briefing-unsigned': ({ person }, { names }) => `${names.person(person)}还没有在安全交底上签字`,
  'briefer-missing': () => '还没有做安全交底，交底人要先签字',
  'approval-missing': ({ permit, step }, { names }) => `作业票 ${names.permit(permit)} 还缺「${names.step(step)}」签字`,
  'approval-not-its-turn': ({ step, waitsFor }, { names }) =>
    `「${names.step(waitsFor)}」签字以后，才轮到「${names.step(step)}」`,
  'approval-done-already': ({ step }, { names }) => `「${names.step(step)}」已经签过了`,
  'linked-permit-missing': ({ operation }, { names }) => `还要同时办理${names.operation(operation)}作业票`,
  'evidence-missing': ({ step }) => `${captureStepZhCn(step)}缺现场照片`,
  'evidence-not-a-picture': () => '这里要照片，不是录音',
  'evidence-not-a-recording': () => '这里要录音，不是照片',
  'evidence-of-another-job': () => '这张照片是别的作业拍的',
  'evidence-of-another-person': ({ person }, { names }) =>
    `这张照片是${names.person(person)}拍的，谁提交记录就由谁拍照`,
  'evidence-of-another-step': ({ step, expected }) =>
    `这张照片是${captureStepZhCn(step)}拍的，这里要${captureStepZhCn(expected)}的照片`,
  'evidence-cited-before': ({ citedAt }, { time }) =>
    citedAt === null
      ? '同一份证据在这条记录里用了两次，每项要各自拍摄'
      : `这份证据已经用在 ${time(citedAt)} 的记录里，一份证据只能证明一件事`,
  'evidence-taken-elsewhere': ({ distanceMetres, metresMax }, { number }) =>
    `这张照片是在离作业点 ${number(Math.round(distanceMetres))} 米的地方拍的，要在 ${number(metresMax)} 米以内拍`,
  'evidence-place-unknown': ({ accuracyMetres }, { number }) =>
    accuracyMetres === null
      ? '这张照片没有定位，请等定位好了再拍一张'
      : `拍这张照片时定位误差有 ${number(Math.ceil(accuracyMetres))} 米，不能确定是在现场拍的，请等定位准了再拍一张`,
  'snapshot-time-differs': ({ capturedAt, takenAt }, { time }) =>
    `快照填的时间是 ${time(capturedAt)}，照片却是 ${time(takenAt)} 拍的`,
  'snapshot-pictures-apart': ({ minutes, minutesMax }, { number }) =>
    `同一次快照的两张照片相隔 ${number(Math.ceil(minutes))} 分钟，最多相隔 ${number(minutesMax)} 分钟`,
  'evidence-reused': ({ reuse }) => (reuse === 'same' ? '这张照片以前用过' : '这张照片和以前的几乎一样'),
  'job-in-wrong-state': ({ status, needed }) =>
    `作业现在是「${statuses[status]}」，要在${needed.map((one) => `「${statuses[one]}」`).join('或')}时才能这样做`,
  'hold-point-not-open': ({ holdPoint, waitsFor }) =>
    `先完成「${holdPoints[waitsFor]}」，才能做「${holdPoints[holdPoint]}」`,
  'hold-point-not-applicable': ({ holdPoint }) => `本作业不要求「${holdPoints[holdPoint]}」`,
  'check-unwitnessed': ({ operation, check }, { names }) =>
    `${names.operation(operation)}还没有现场核实：${names.check(operation, check)}`,
  'check-before-break': ({ operation, check, breakMinutesMax }, { names, minutes }) =>
    `${names.operation(operation)}中断超过 ${minutes(breakMinutesMax)}，要重新现场核实：${names.check(operation, check)}`,
  'evacuations-unknown': () => '查不到是否正在撤离，不能确认可以进入',
  'evacuation-stands': ({ since }, { time }) => `${time(since)} 起正在撤离，解除之前不能开工或恢复`,
  'gas-test-after-evacuation': ({ since }, { time }) => `${time(since)} 撤离之前的气体检测已作废，须重新检测`,
  'stop-stands': ({ since, reason }, { time }) => `作业 ${time(since)} 停下（${stopReasonsZhCn[reason]}），还没有恢复`,
  'people-still-inside': ({ people }, { names }) =>
    `还有 ${people.length} 人没有出来：${people.map(names.person).join('、')}`,
  'tools-unaccounted': ({ tool, in: wentIn, out }) => `${tool}带进 ${wentIn} 件，带出 ${out} 件，对不上`,
  'people-not-counted': () => '没有进出登记，还没有清点人员和工具',
  'residue-pictures-missing': ({ count, countMin }) => `现场清理照片有 ${count} 张，至少要 ${countMin} 张`,
  'fire-watch-running': ({ minutesLeft, minutesMin }, { minutes }) =>
    `作业后要看守余火 ${minutesMin} 分钟，还剩 ${minutes(minutesLeft)}`,
  'fire-watch-missing': ({ minutesMin }) => `作业结束满 ${minutesMin} 分钟后还没有查看余火的记录`,
  'acceptance-unknown': ({ acceptance }, { names }) => `本作业没有「${names.acceptance(acceptance)}」这项验收`,
  'acceptance-done-already': ({ acceptance }, { names }) => `「${names.acceptance(acceptance)}」已经签过了`,
  'step-unknown': ({ step }, { names }) => `这张作业票没有「${names.step(step)}」这一步`,
  'permit-unknown': ({ permit }, { names }) => `本作业没有作业票 ${names.permit(permit)}`,
  'rulebook-edition-unknown': ({ rulebook, edition }) =>
    edition === ''
      ? '本厂的规则包读不出来，任何作业都不能放行'
      : `本作业提交时适用的规则包「${rulebook}」${edition} 版在这里找不到`,
} satisfies Partial<RefusalWords>
