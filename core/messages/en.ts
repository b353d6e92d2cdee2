import { alarmResultsEn, alarmsEn } from './alarms.en.ts'
import { eventsEn } from './events.en.ts'
import type { Messages } from './messages.ts'
import { approvingEn } from './refusals/approving.en.ts'
import { changesEn } from './refusals/changes.en.ts'
import { courseEn } from './refusals/course.en.ts'
import { peopleEn } from './refusals/people.en.ts'
import { siteEn } from './refusals/site.en.ts'
import { requestsEn } from './requests/faults.en.ts'
import { jobsEn } from './screens/jobs.en.ts'
import { ownersEn, remediesEn, risksEn, stopReasonsEn } from './vocabulary.en.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

export const messagesEn: Messages = {
  language: 'en',
  writing: {
    sentence: (text) => text.charAt(0).toUpperCase() + text.slice(1),
    date: ({ year, month, day }) => `${day} ${months[month - 1]}${year === null ? '' : ` ${year}`}`,
    dateAndTime: (date, time) => `${time} on ${date}`,
    minutes: ({ hours, minutes }) => {
      if (hours === 0) return counted(minutes, 'minute')
      return minutes === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${minutes} min`
    },
  },
  refusals: { ...peopleEn, ...siteEn, ...courseEn, ...approvingEn, ...changesEn },
  clause: (clause) => `By ${clause}`,
  source: { enterprise: 'By the company’s own rules', product: null },
  owners: ownersEn,
  remedies: remediesEn,
  statuses: jobsEn.status,
  holdPoints: jobsEn.holdPoint,
  events: eventsEn,
  stopReasons: stopReasonsEn,
  risks: risksEn,
  alarms: alarmsEn,
  alarmResults: alarmResultsEn,
  requests: requestsEn,
}
