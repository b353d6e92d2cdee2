import type { RefusalWords } from '../messages.ts'
import { rolesZhCn } from '../vocabulary.zh-cn.ts'

const officials = { revoked: '已被吊销', 'not-found': '官网查不到', unchecked: '还没有在官网核验' } as const

const hours = (value: number): number => Math.round(value * 10) / 10
const fatigueZhCn = {
  'duty-hours': (value, limit) => `连续在岗 ${value} 小时，上限 ${limit} 小时`,
  'rest-hours': (value, limit) => `24 小时内最长只休息了 ${value} 小时，至少要 ${limit} 小时`,
  nights: (value, limit) => `72 小时内上了 ${value} 个夜班，最多 ${limit} 个`,
  'heavy-hours': (value, limit) => `72 小时内高风险（L4 及以上）作业 ${value} 小时，上限 ${limit} 小时`,
} satisfies { readonly [measure: string]: (value: number, limit: number) => string }

export const peopleZhCn = {
  'person-unknown': ({ person }, { names }) => `${names.person(person)}不在人员名册里`,
  'person-not-employed': ({ person, employment }, { names }) =>
    `${names.person(person)}${employment === 'left' ? '已离职、离场' : '已被暂停入场'}`,
  'credential-missing': ({ person, category }, { names }) => `${names.person(person)}没有${names.category(category)}`,
  'credential-expired': ({ person, category, validThrough, neededThrough }, { names, date }) =>
    `${names.person(person)}的${names.category(category)} ${date(validThrough)}到期，本作业到 ${date(neededThrough)}`,
  'credential-not-yet-valid': ({ person, category, validFrom }, { names, date }) =>
    `${names.person(person)}的${names.category(category)} ${date(validFrom)}才生效，本作业在这之前就开始`,
  'credential-validity-unknown': ({ person, category }, { names }) =>
    `${names.person(person)}的${names.category(category)}没有登记有效期`,
  'credential-review-overdue': ({ person, category, reviewDue }, { names, date }) =>
    `${names.person(person)}的${names.category(category)}应在 ${date(reviewDue)}前复审，没有复审记录`,
  'credential-holder-mismatch': ({ person, category }, { names }) =>
    `${names.category(category)}上的持证人还没有核对为${names.person(person)}本人`,
  'credential-not-confirmed': ({ person, category, official }, { names }) =>
    `${names.person(person)}的${names.category(category)}${officials[official]}`,
  'credential-check-stale': ({ person, category, checkedOn, ageDaysMax }, { names, date }) =>
    `${names.person(person)}的${names.category(category)}上次官网核验是 ${date(checkedOn)}，每 ${ageDaysMax} 天要核验一次`,
  'training-missing': ({ person, category }, { names }) => `${names.person(person)}没有参加${names.category(category)}`,
  'training-expired': ({ person, category, validThrough, neededThrough }, { names, date }) =>
    `${names.person(person)}的${names.category(category)} ${date(validThrough)}到期，本作业到 ${date(neededThrough)}`,
  'medical-missing': ({ person }, { names }) => `${names.person(person)}没有有效的体检结论`,
  'medical-unfit': ({ person, verdict }, { names }) =>
    `${names.person(person)}的体检结论${verdict === 'unfit' ? '为不适合作业' : '还没有出来'}`,
  'medical-restricted': ({ person, restriction }, { names }) =>
    `按体检结论，${names.person(person)}不能从事${names.restriction(restriction)}`,
  'medical-expired': ({ person, validThrough, neededThrough }, { names, date }) =>
    `${names.person(person)}的体检 ${date(validThrough)}到期，本作业到 ${date(neededThrough)}`,
  'blood-pressure-too-high': ({ person, systolicMmHg, diastolicMmHg, systolicMmHgMax, diastolicMmHgMax }, { names }) =>
    `${names.person(person)}血压 ${systolicMmHg}/${diastolicMmHg} mmHg，应低于 ${systolicMmHgMax}/${diastolicMmHgMax}`,
  'blood-pressure-unknown': ({ person }, { names }) => `${names.person(person)}没有血压记录`,
  'medical-follow-up-stale': ({ person, followUpDue, staleDaysMax }, { names, date }) =>
    `${names.person(person)}应在 ${date(followUpDue)}复查，过了 ${staleDaysMax} 天还没有结果`,
  'position-not-allowed': ({ person, operation, level, allowed }, { names }) =>
    allowed === null
      ? `${names.person(person)}的岗位不能做${names.operation(operation)}（${names.level(operation, level)}）`
      : `${names.person(person)}的岗位做${names.operation(operation)}最高到${names.level(operation, allowed)}，本作业是${names.level(operation, level)}`,
  'matrix-unknown': () => '读不到岗位作业授权表，不能确认谁可以做这项作业',
  'people-too-few': ({ role, count, countMin }) => `${rolesZhCn[role]}只有 ${count} 人，至少要 ${countMin} 人`,
  'duty-missing': ({ person, operation }, { names }) =>
    `没有写明${names.person(person)}在${names.operation(operation)}中干什么`,
  'guardian-is-worker': ({ person }, { names }) => `${names.person(person)}是作业人员，不能同时当监护人`,
  'guardian-guards-elsewhere': ({ person, job }, { names }) =>
    `${names.person(person)}同一时间还在「${names.job(job)}」，不能监护两处`,
  'worker-works-elsewhere': ({ person, job }, { names }) => `${names.person(person)}同一时间还在「${names.job(job)}」`,
  'labour-unknown': ({ person }, { names }) => `查不到${names.person(person)}最近的工时，不能确认是否疲劳`,
  'rest-needed': ({ person, measure, value, limit, restedAt }, { names, time }) =>
    `${names.person(person)}${fatigueZhCn[measure](hours(value), limit)}，须强制休息，${time(restedAt)}以后才可以作业`,
  'engagements-unknown': () => '查不到人员在别处的作业安排，不能确认是否冲突',
  'factor-not-proven': () => '这一步签字要再输一次签到密码,证明是您本人',
  'own-work': ({ person }, { names }) => `${names.person(person)}不能审批自己参加的作业`,
  'authority-missing': ({ person, step }, { names }) => `${names.person(person)}没有签「${names.step(step)}」的权限`,
  'not-this-role': ({ person, role }, { names }) => `${names.person(person)}不是本作业的${rolesZhCn[role]}`,
} satisfies Partial<RefusalWords>
