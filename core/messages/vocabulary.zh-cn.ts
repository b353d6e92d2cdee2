import type { ConditionFact, Messages, Say } from './messages.ts'
import type { Weather } from '../place/weather.ts'
import type { RefusalParams } from '../job/refusal.ts'
import type { OperationId } from '../ids.ts'
import type { GasUnit } from '../job/site-records.ts'
import type { HoldPointKind } from '../rulebook/hold-point.ts'
import { jobsZhCn } from './screens/jobs.zh-cn.ts'

/** Words that refusals, events and buttons share. */

export const ownersZhCn: Messages['owners'] = {
  applicant: '申请人',
  leader: '作业负责人',
  guardian: '监护人',
  'gas-analyst': '气体分析人',
  approver: '审批人',
  training: '培训部门',
  medical: '职业健康部门',
  personnel: '人事部门',
  safety: '安全部门',
  equipment: '设备部门',
  'place-unit': '属地单位',
}

export const remediesZhCn: Messages['remedies'] = {
  'declare-contingency': '启用应急方式',
  'compare-again': '重新核对',
  'swap-person': '换人',
  'add-person': '增加人员',
  'request-training': '申请培训',
  'renew-credential': '换证、复审',
  'check-credential': '核验证书',
  'correct-record': '更正档案',
  'send-to-medical': '安排体检',
  'change-window': '改作业时间',
  'change-place': '改作业地点',
  'complete-form': '补填申请',
  'complete-place': '补全部位信息',
  'split-job': '拆成几次作业',
  'agree-with-neighbour': '与相邻作业错开',
  'wait-for-weather': '等风小再干',
  'record-weather': '录入风力',
  'go-to-site': '到现场',
  prepare: '去准备',
  'confirm-measure': '确认措施',
  'sign-briefing': '交底签字',
  'sign-with-pin': '输签到密码再签',
  'ask-approver': '找审批人',
  'test-gas': '检测气体',
  'witness-check': '去现场核实',
  ventilate: '通风',
  'change-instrument': '换检测仪',
  'change-fan': '换风机',
  'register-blind': '核对盲板台账',
  'isolate-point': '去上锁挂牌',
  'try-out-point': '去试启动或验电',
  'close-other-job': '等那个作业关闭',
  'ask-key-holder': '找钥匙持有人',
  'sign-in-guardian': '监护人签到',
  'call-guardian': '呼叫监护人',
  'capture-anew': '重新拍照',
  'resume-work': '办理恢复作业',
  'finish-step-before': '先做前一步',
  'count-people': '清点人员',
  'count-tools': '清点工具',
  'picture-residue': '拍现场照片',
  'watch-fire': '看守余火',
  'check-clock': '核对手机时间',
  'publish-rulebook': '发布规则包的这一版',
  'new-job': '重新申请',
  'answer-return': '修改后重新送审',
  'call-off-evacuation': '等待撤离解除',
  'register-camera': '登记合适的摄像头',
  'mend-camera': '修复摄像头',
  'change-delegation': '调整委托',
}

export const stopReasonsZhCn: Messages['stopReasons'] = {
  'stop-work': '有人叫停',
  break: '休息',
  'guardian-left': '监护人离开现场',
  'guardian-silent': '监护人失联',
  'gas-alarm': '气体超标',
  evacuation: '人员撤离',
  cancelling: '正在取消',
  change: '发生变更',
  other: '其他原因',
}

export const risksZhCn: Messages['risks'] = {
  L1: '低风险',
  L2: '较低风险',
  L3: '一般风险',
  L4: '较大风险',
  L5: '重大风险',
}

export const rolesZhCn: {
  readonly [R in RefusalParams['not-this-role']['role'] | RefusalParams['people-too-few']['role']]: string
} = {
  leader: '作业负责人',
  guardian: '监护人',
  'gas-analyst': '气体分析人',
  crew: '作业人员',
  applicant: '申请人',
}

export const unitsZhCn: { readonly [U in GasUnit]: string } = {
  'percent-vol': '%',
  'percent-lel': '%LEL',
  ppm: 'ppm',
  'mg-per-m3': 'mg/m³',
}

export const weatherZhCn: { readonly [W in Weather]: string } = {
  rain: '雨',
  'heavy-rain': '大雨',
  snow: '雪',
  'heavy-snow': '大雪',
  fog: '雾',
  'thick-fog': '浓雾',
  thunderstorm: '雷暴',
}

const facts: { readonly [F in ConditionFact]: string } = {
  operation: '作业类别',
  operations: '作业类别',
  level: '作业级别',
  risk: '风险等级',
  'guardians.meanAge': '监护人平均年龄',
  'place.kind': '部位类型',
  'place.zone': '部位的火灾爆炸危险区域',
  'place.atmosphere': '部位内的介质',
  'place.isInOperation': '设备、管道是否在运行',
  'place.isInMajorHazardDike': '是否在重大危险源罐区围堤内',
  'place.isPipeRack': '是否管廊',
  'place.isOutdoor': '是否室外',
  'window.hours': '作业时长',
  'window.isNight': '是否夜间',
  'booking.isUrgent': '是否当日紧急',
  'window.days': '工作日历',
  window: '作业时间',
}

/** A form's answer is named by its label; what is no fact at all, such as a rulebook's row, has no name to tell. */
export const factZhCn = (fact: string, { names }: Say): string => {
  if (Object.hasOwn(facts, fact)) return `「${facts[fact as ConditionFact]}」`
  const [, operation, field] = /^field\.([^.]+)\.(.+)$/.exec(fact) ?? []
  return operation && field ? `「${names.field(operation as OperationId, field)}」` : '部分情况'
}

/** A picture's step is mostly a hold point. */
export const captureStepZhCn = (step: string): string =>
  step === 'signature'
    ? '手写签名'
    : Object.hasOwn(jobsZhCn.holdPoint, step)
      ? `「${jobsZhCn.holdPoint[step as HoldPointKind]}」`
      : '别的步骤'

/** Where a blind is. */
export const blindStatesZhCn = { planned: '未装', 'in-work': '抽堵作业中', installed: '已堵', removed: '已抽' }

const samplingPoints: { readonly [point: string]: string } = {
  upper: '上部',
  middle: '中部',
  lower: '下部',
  point: '采样点',
}

/** Where the air is taken. A plant that names its points otherwise reads its own names. */
export const samplingPointZhCn = (point: string): string => samplingPoints[point] ?? point
