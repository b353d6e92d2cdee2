import type { Messages } from './messages.ts'

/** The alarms of AQ 3064.2 table A.4; 06 and 11 are ours. */
export const alarmsEn: Messages['alarms'] = {
  '01': 'No gas test before work',
  '02': 'Too long between gas test and start',
  '03': 'Interrupted too long without a new gas test',
  '04': 'Work of several days without a gas test that day',
  '05': 'Gas record overdue (confined space, special hot work)',
  '06': 'Gas out of limits',
  '10': 'Permit past its time',
  '11': 'Approval overdue',
  '12': 'Record made by fallback not checked in time',
  '13': 'Somebody who has to rest works on',
  '20': 'Fitting and removing a blind on one permit',
  '30': 'Approver not at the site',
  '31': 'Guardian not at the site',
  '40': 'Hot work not upgraded on a holiday',
  '41': 'Hot work not upgraded on a rest day',
  '42': 'Hot work not upgraded at night',
  '43': 'Hot work not upgraded during a major event',
  '50': 'No fitting certificate',
  '51': 'Certificate expired',
  '52': 'Certificate belongs to somebody else',
  '60': 'Work without a permit',
  '61': 'Linked permits incomplete',
  '62': 'Permits not linked',
  '70': 'No safety briefing',
  '80': 'No risk analysis',
  '90': 'Safety measures not confirmed',
}

/** How alarms end; `ALARM_RESULT` of the feed is in Chinese. */
export const alarmResultsEn: Messages['alarmResults'] = {
  'put-right': 'Put right',
  'work-ended': 'Work has ended',
  cancelled: 'Job cancelled',
  'reported-late': 'Reported late: it had been done in time',
  'closed-by-person': 'Closed by a person',
}
