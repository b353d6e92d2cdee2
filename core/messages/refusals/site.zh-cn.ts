import type { RefusalWords } from '../messages.ts'
import { jobsZhCn } from '../screens/jobs.zh-cn.ts'
import { blindStatesZhCn, factZhCn, samplingPointZhCn, unitsZhCn, weatherZhCn } from '../vocabulary.zh-cn.ts'

/** Where and when, gas and air, and who is present. */
export const siteZhCn = {
  'place-unknown': ({ place }, { names }) => `没有登记作业部位「${names.place(place)}」`,
  'level-unknown': ({ operation, fact }, say) =>
    `${factZhCn(fact, say)}不清楚，定不了${say.names.operation(operation)}的级别`,
  'condition-unknown': ({ operation, fact }, say) =>
    `${factZhCn(fact, say)}不清楚，定不了${say.names.operation(operation)}的要求`,
  'window-backwards': ({ from, to }, { time }) => `结束时间 ${time(to)} 不晚于开始时间 ${time(from)}`,
  'window-in-the-past': ({ to }, { time }) => `作业时间到 ${time(to)} 已经结束`,
  'window-too-long': ({ operation, level, hours, hoursMax }, { names, number }) =>
    `${names.level(operation, level)}${names.operation(operation)}作业票最长 ${hoursMax} 小时，申请了 ${number(hours)} 小时`,
  'outside-window': ({ from, to }, { time }) => `现在不在作业票的时间内（${time(from)} 至 ${time(to)}）`,
  'answer-out-of-bounds': ({ operation, field, value, min, max }, { names, number }) =>
    `${names.operation(operation)}的「${names.field(operation, field)}」是 ${number(value)}，${max === null ? `至少要 ${number(min ?? 0)}` : `最多 ${number(max)}`}`,
  'answer-forbids': ({ operation, field }, { names }) =>
    `按「${names.field(operation, field)}」填写的情况，不能做${names.operation(operation)}`,
  'outside-daily-hours': ({ from, to }) => `现在不在每天的作业时段内（${from} 至 ${to}）`,
  'pipe-unknown': ({ place }, { names }) =>
    `「${names.place(place)}」没有登记属于哪条管道，同时另有盲板等管道作业，不能确认是否同一管道`,
  'neighbours-unknown': () => '查不到周围的作业，不能确认是否冲突',
  'neighbour-conflicts': ({ job, operation, distanceMetres, metresMax }, { names }) =>
    metresMax === null
      ? `「${names.job(job)}」正在同一处做${names.operation(operation)}，不能同时作业`
      : `${Math.floor(distanceMetres)} 米外「${names.job(job)}」有${names.operation(operation)}，${metresMax} 米内不能同时作业`,
  'weather-unknown': () => '没有风力数据，不能确认室外能否作业',
  'weather-stale': ({ ageMinutes, ageMinutesMax }, { minutes }) =>
    ageMinutes < 0
      ? `风力数据的时间比现在还晚 ${minutes(-ageMinutes)}，应在 ${ageMinutesMax} 分钟以内`
      : `风力数据是 ${minutes(ageMinutes)}前的，应在 ${ageMinutesMax} 分钟以内`,
  'weather-forbids': ({ weather }) => `现在有${weatherZhCn[weather]}，不能露天作业`,
  'wind-too-strong': ({ windForce, windForceMax }) => `风力 ${windForce} 级，最多 ${windForceMax} 级`,
  'happened-in-the-future': ({ aheadSeconds }) => `手机时间比服务器快 ${Math.ceil(aheadSeconds)} 秒`,
  'position-uncertain': ({ accuracyMetres, distanceMetres, metresMax }) =>
    `定位误差 ${Math.ceil(accuracyMetres)} 米，离作业点 ${Math.ceil(distanceMetres)} 米，不能确认在 ${metresMax} 米以内`,
  'position-outside': ({ distanceMetres, metresMax }) =>
    `离作业点 ${Math.ceil(distanceMetres)} 米，应在 ${metresMax} 米以内`,
  'position-missing': () => '没有定位，不能确认人在现场',
  'gas-sample-missing': ({ gas, point }, { names }) => `${samplingPointZhCn(point)}没有检测${names.gas(gas)}`,
  'gas-sample-stale': ({ gas, point, ageMinutes, ageMinutesMax }, { names, minutes }) =>
    `${samplingPointZhCn(point)}的${names.gas(gas)}是 ${minutes(ageMinutes)}前测的，应在 ${ageMinutesMax} 分钟以内`,
  'gas-sample-future': ({ gas, point }, { names }) =>
    `${samplingPointZhCn(point)}的${names.gas(gas)}采样时间比现在还晚`,
  'gas-out-of-limits': ({ gas, point, value, min, max, unit }, { names, number }) =>
    `${samplingPointZhCn(point)}的${names.gas(gas)} ${number(value)} ${unitsZhCn[unit]}（${min === null ? `不得超过 ${number(max)}` : `应为 ${number(min)}–${number(max)}`}）`,
  'gas-unknown': ({ gas }, { names }) => `没有登记${names.gas(gas)}的限值`,
  'gas-value-impossible': ({ gas, value, unit }, { names, number }) =>
    `${names.gas(gas)} ${number(value)} ${unitsZhCn[unit]} 不可能，请看清读数`,
  'gas-unit-unfit': ({ gas, unit }, { names }) => `${names.gas(gas)}不能用 ${unitsZhCn[unit]} 记`,
  'gases-of-place-unknown': ({ place }, { names }) => `「${names.place(place)}」没有登记可能有哪些气体、在哪里采样`,
  'gas-test-after-break': ({ breakMinutes, breakMinutesMax }, { minutes }) =>
    `中断了 ${minutes(breakMinutes)}，超过 ${breakMinutesMax} 分钟要重新检测`,
  'gas-test-of-day-missing': ({ date: day }, { date }) => `${date(day)}还没有检测气体`,
  'instrument-unknown': ({ instrument }, { names }) => `检测仪「${names.equipment(instrument)}」没有登记`,
  'instrument-out-of-calibration': ({ instrument, calibratedThrough }, { names, date }) =>
    calibratedThrough === null
      ? `检测仪「${names.equipment(instrument)}」没有检定记录`
      : `检测仪「${names.equipment(instrument)}」检定到 ${date(calibratedThrough)}，检测时已过期`,
  'instrument-cannot-measure': ({ instrument, gas }, { names }) =>
    `检测仪「${names.equipment(instrument)}」测不了${names.gas(gas)}`,
  'sources-unknown': () => '查不到现场的固定检测、网关或定位是否在线',
  'source-unknown': ({ source }, { names }) => `没有登记「${names.equipment(source)}」`,
  'source-silent': ({ source, since }, { names, time }) =>
    since === null
      ? `「${names.equipment(source)}」从来没有收到过信号`
      : `「${names.equipment(source)}」从 ${time(since)} 起没有信号`,
  'source-not-silent': ({ source, heardAt }, { names, time }) =>
    `「${names.equipment(source)}」${time(heardAt)} 还有信号，不需要应急方式`,
  'spoken-reading-missing': ({ source }, { names }) =>
    `「${names.equipment(source)}」没有信号，气体检测要拍显示屏并念出读数`,
  'contingency-unknown': ({ mode }) => `规则里没有应急方式「${mode}」`,
  'contingency-right-missing': ({ person }, { names }) => `${names.person(person)}没有这项应急权限`,
  'contingency-stands': ({ source, until }, { names, time }) =>
    `「${names.equipment(source)}」的应急方式已经启用，到 ${time(until)} 为止`,
  'contingency-over': ({ until }, { time }) => `应急方式 ${time(until)} 已经结束`,
  'contingency-too-long': ({ hours, hoursMax }, { number }) =>
    `应急方式要在 ${number(hoursMax)} 小时以内，填的是 ${number(hours)} 小时`,
  'debt-unknown': () => '没有这条应急记录',
  'debt-settled-already': () => '这条应急记录已经核对过',
  'debt-not-comparable': () => '这条应急记录没有数值可以比对，请说明核对情况',
  'own-debt': ({ person }, { names }) => `${names.person(person)}不能核对自己做的记录`,
  'supervisor-missing': ({ person }, { names }) =>
    `${names.person(person)}不能监督补录：要由安全管理部门的另一个人在旁`,
  'comparison-missing': ({ gas, point }, { names }) =>
    `${samplingPointZhCn(point)}的${names.gas(gas)}没有填比对值，或者单位不对`,
  'cameras-unknown': () => '查不到现场有没有摄像头在录像',
  'camera-missing': ({ place }, { names }) => `「${names.place(place)}」没有登记摄像头，全程录像没有着落`,
  'camera-faulty': ({ camera, since }, { names, time }) =>
    `摄像头「${names.equipment(camera)}」从 ${time(since)} 起有故障`,
  'camera-unfit': ({ camera, rating }, { names }) =>
    rating === null
      ? `摄像头「${names.equipment(camera)}」没有防爆标志，不能用在这里`
      : `摄像头「${names.equipment(camera)}」的防爆标志「${rating}」不适合这里`,
  'camera-silent': ({ camera, since }, { names, time }) =>
    since === null
      ? `摄像头「${names.equipment(camera)}」从来没有报告过在录像`
      : `摄像头「${names.equipment(camera)}」从 ${time(since)} 起不知道是否在录像`,
  'fan-unknown': ({ fan }, { names }) => `风机「${names.equipment(fan)}」没有登记`,
  'fan-out-of-service': ({ fan }, { names }) => `风机「${names.equipment(fan)}」已停用`,
  'fan-not-scanned': ({ fan }, { names }) => `没有扫到风机「${names.equipment(fan)}」的二维码`,
  'fan-scanned-is-another': ({ fan, scanned }, { names }) =>
    `扫到的是「${names.equipment(scanned)}」的二维码，不是风机「${names.equipment(fan)}」的`,
  'fan-of-another-space': ({ fan, place }, { names }) =>
    `风机「${names.equipment(fan)}」不是给「${names.place(place)}」通风的`,
  'gas-of-place-missing': ({ place, gas }, { names }) =>
    `这里必须检测${names.gas(gas)}，但「${names.place(place)}」的气体清单里没有`,
  'ventilation-missing': () => '还没有确认通风',
  'guardian-not-signed-in': ({ person }, { names }) => `监护人${names.person(person)}还没有签到`,
  'guardian-outside': ({ person, since }, { names, time }) => `监护人${names.person(person)} ${time(since)} 离开了现场`,
  'guardian-silent': ({ person, since }, { names, time }) =>
    `监护人${names.person(person)}从 ${time(since)} 起联系不上，不知道是否在现场`,
  'second-person-missing': ({ person }, { names }) =>
    `${names.person(person)}不能作证：要由本作业的另一个人在旁确认签到`,
  'neighbour-distance-unknown': ({ job, operation, metresMax }, { names }) =>
    `「${names.job(job)}」有${names.operation(operation)}，部位没有边界，不能确认在 ${metresMax} 米以外`,
  'activity-conflicts': ({ operation, other, field, activity }, { names }) =>
    `${names.operation(operation)}不能和「${names.option(other, field, activity)}」在同一项作业里同时进行`,
  'cross-work-undeclared': ({ job }, { names }) =>
    `同一地点同一时间还有「${names.job(job)}」，要申明交叉作业并明确协调人`,
  'fall-line-shared': ({ job }, { names }) => `上下方「${names.job(job)}」也有高处作业，要申明交叉作业并设隔离`,
  'blind-unknown': ({ blind }) => `盲板台账里没有「${blind}」`,
  'blind-of-another-place': ({ blind, place }, { names }) =>
    `盲板「${blind}」在「${names.place(place)}」，不在这个部位`,
  'blind-in-wrong-state': ({ blind, state }) => `盲板「${blind}」现在是「${blindStatesZhCn[state]}」，不能这样做`,
  'isolation-unknown': () => '查不到需要隔离的点，不能确认能量已经隔离',
  'point-not-isolated': ({ point }, { names }) => `隔离点「${names.equipment(point)}」还没有上锁挂牌`,
  'point-not-tried-out': ({ point }, { names }) => `隔离点「${names.equipment(point)}」上锁后还没有试启动或验电`,
  'point-still-live': ({ point }, { names }) => `隔离点「${names.equipment(point)}」试启动时发现仍有能量，要重新隔离`,
  'point-isolated-already': ({ point }, { names }) => `隔离点「${names.equipment(point)}」已经上锁`,
  'point-relied-on': ({ point, job, status }, { names }) =>
    `「${names.job(job)}」（${jobsZhCn.status[status]}）还依靠隔离点「${names.equipment(point)}」，不能解锁`,
  'point-key-elsewhere': ({ point, person }, { names }) =>
    `隔离点「${names.equipment(point)}」的钥匙在${names.person(person)}手里`,
  'point-witness-is-same': ({ point, person }, { names }) =>
    `${names.person(person)}不能给自己作证，「${names.equipment(point)}」要另一个人在旁看着试启动`,
} satisfies Partial<RefusalWords>
