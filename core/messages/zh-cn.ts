import { alarmResultsZhCn, alarmsZhCn } from './alarms.zh-cn.ts'
import { eventsZhCn } from './events.zh-cn.ts'
import type { Messages } from './messages.ts'
import { approvingZhCn } from './refusals/approving.zh-cn.ts'
import { changesZhCn } from './refusals/changes.zh-cn.ts'
import { courseZhCn } from './refusals/course.zh-cn.ts'
import { peopleZhCn } from './refusals/people.zh-cn.ts'
import { siteZhCn } from './refusals/site.zh-cn.ts'
import { requestsZhCn } from './requests/faults.zh-cn.ts'
import { jobsZhCn } from './screens/jobs.zh-cn.ts'
import { ownersZhCn, remediesZhCn, risksZhCn, stopReasonsZhCn } from './vocabulary.zh-cn.ts'

export const messagesZhCn: Messages = {
  language: 'zh-CN',
  writing: {
    sentence: (text) => text,
    date: ({ year, month, day }) => `${year === null ? '' : `${year} 年 `}${month} 月 ${day} 日`,
    dateAndTime: (date, time) => `${date} ${time}`,
    minutes: ({ hours, minutes }) =>
      hours === 0 ? `${minutes} 分钟` : minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分钟`,
  },
  refusals: { ...peopleZhCn, ...siteZhCn, ...courseZhCn, ...approvingZhCn, ...changesZhCn },
  clause: (clause) => `依据 ${clause}`,
  source: { enterprise: '企业规定', product: null },
  owners: ownersZhCn,
  remedies: remediesZhCn,
  statuses: jobsZhCn.status,
  holdPoints: jobsZhCn.holdPoint,
  events: eventsZhCn,
  stopReasons: stopReasonsZhCn,
  risks: risksZhCn,
  alarms: alarmsZhCn,
  alarmResults: alarmResultsZhCn,
  requests: requestsZhCn,
}
