import type { DemandWords } from './say-demand.ts'

/** What each requirement asks, as a safety officer would say it. */
export const demandsZhCn: DemandWords = {
  'is-on-roster@1': () => '在册在岗',
  'holds-valid-credential@1': ({ category, officialCheckAgeDaysMax }, w) =>
    `持有有效的${w.category(category)}，官网核验不超过 ${w.number(officialCheckAgeDaysMax)} 天`,
  'is-trained@1': ({ category }, w) => `${w.category(category)}合格且在有效期内`,
  'is-medically-fit@1': ({ systolicMmHgMax, diastolicMmHgMax }, w) =>
    `体检合格、无本作业禁忌，血压低于 ${w.number(systolicMmHgMax)}/${w.number(diastolicMmHgMax)} mmHg`,
  'crew-is-rested@1': ({ dutyHoursMax, restHoursMin }, w) =>
    `连续在岗不超过 ${w.number(dutyHoursMax)} 小时，休息不少于 ${w.number(restHoursMin)} 小时`,
  'may-work-at-level@1': () => '岗位矩阵允许做这个级别',
  'guardian-is-not-worker@1': () => '监护人不兼任作业人',
  'is-free-for-this-job@1': ({ as }) => (as === 'guardian' ? '同一时间只监护一项作业' : '同一时间不在别处作业'),
  'window-is-lawful@1': () => '作业时间在有效期以内',
  'window-is-at-most@1': ({ hoursMax }, w) => `作业时间不超过 ${w.number(hoursMax)} 小时`,
  'now-is-within-window@1': () => '现在在批准的作业时间内',
  'no-neighbour-conflicts@2': () => '周围没有相冲突的作业，无论哪一个先办',
  'activities-go-together@1': () => '同一项作业里没有与本作业相冲突的活动',
  'no-neighbour-conflicts@1': () => '周围没有相冲突的作业',
  'isolation-in-place@1': () => '依赖的隔离点已上锁、挂牌并试动',
  'place-names-gases@1': ({ gases }, w) => `地点的气体清单至少包括 ${w.gases(gases)}`,
  'wind-allows@1': ({ windForceForbidden, ageMinutesMax }, w) =>
    `露天风力低于 ${w.number(windForceForbidden)} 级，观测不超过 ${w.number(ageMinutesMax)} 分钟`,
  'sky-allows@1': ({ weatherForbidden }, w) => `露天没有${w.weather(weatherForbidden)}`,
  'recording-covers-work@1': ({ protectionLevels, silentMinutesMax, gapSecondsMax, handInHoursMax }, w) =>
    `全程录像：摄像头防爆保护级别为 ${w.texts(protectionLevels)}、没有故障、静默不超过 ${w.number(silentMinutesMax)} 分钟；录像间断不超过 ${w.number(gapSecondsMax)} 秒，作业后 ${w.number(handInHoursMax)} 小时内上传`,
  'answer-is-at-most@1': ({ field, max }, w) => `「${w.field(field)}」不大于 ${w.number(max)}`,
  'answer-is-at-least@1': ({ field, min }, w) => `「${w.field(field)}」不小于 ${w.number(min)}`,
  'answer-is-yes@1': ({ field }, w) => `「${w.field(field)}」为是`,
  'answer-names-one@1': ({ field }, w) => `「${w.field(field)}」只填一个`,
  'plan-is-uploaded@1': () => '经审批的方案文件已上传',
  'preparations-complete@1': () => '准备文件全部完成',
  'measures-confirmed@1': () => '安全措施逐条确认',
  'briefing-signed@1': () => '安全交底双方签字',
  'gas-sample-is-fresh@1': ({ ageMinutesMax }, w) => `气体取样到开工不超过 ${w.number(ageMinutesMax)} 分钟`,
  'gas-within-limits@1': (
    { oxygenPercentMin, oxygenPercentMax, combustiblePercentMax, combustibleLowLelPercentMax },
    w,
  ) =>
    `氧含量 ${w.number(oxygenPercentMin)}–${w.number(oxygenPercentMax)} %，可燃气体不超过 ${w.number(combustiblePercentMax)} %（爆炸下限低的 ${w.number(combustibleLowLelPercentMax)} %）体积分数，有毒气体不超限值`,
  'instrument-is-calibrated@1': () => '检测仪在校准有效期内',
  'gas-tested-after-break@1': () => '中断超过规定时间后重新检测',
  'gas-tested-today@1': () => '每天开工前检测',
  'air-is-watched@1': ({ silentMinutesMax }, w) => `连续监测不中断，静默不超过 ${w.number(silentMinutesMax)} 分钟`,
  'fan-ventilates-this-space@1': () => '风机在用且登记给这个空间通风',
  'checks-witnessed@1': ({ breakMinutesMax }, w) =>
    `要看的都已现场核实并拍照，中断超过 ${w.number(breakMinutesMax)} 分钟重新核实`,
  'guardian-is-present@1': () => '监护人已在现场签到且没有离开',
  'everything-counted-out@1': () => '进去的人和工具全部清点出来',
  'residue-pictured@1': ({ picturesMin }, w) => `清理后的现场至少拍 ${w.number(picturesMin)} 张照片`,
  'fire-watch-kept@1': ({ minutesMin }, w) => `作业后看守余火 ${w.number(minutesMin)} 分钟`,
  'blind-is-registered@1': ({ field }, w) => `「${w.field(field)}」在盲板图和台账上，位置相符`,
  'blind-fits-action@1': () => '已装的盲板才能抽，没装的才能堵',
  'cross-work-declared@1': ({ field }, w) => `同一地点同一时间有其他作业时，「${w.field(field)}」要填是`,
  'fall-line-declared@1': ({ field }, w) => `上下方有高处作业时，「${w.field(field)}」要填是`,
  'permits-still-fit@1': () => '按此刻的日子和地点重新判定，级别和所需作业票没有变',
  'urgent-work-has-reason@1': () => '没有提前一天预约的，说明为什么不能等',
}
