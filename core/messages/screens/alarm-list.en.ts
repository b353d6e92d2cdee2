import type { ScreenWords } from '../screens.zh-cn.ts'

/** The list of alarms. */
export const alarmListEn: ScreenWords['alarmList'] = {
  title: 'Alarms',
  open: (count) => `${count} open`,
  states: { open: 'Open', ended: 'Ended', all: 'All' },
  code: 'Alarm',
  unit: 'Unit',
  columns: { what: 'Alarm', job: 'Job', place: 'Place', owner: 'Who acts', started: 'Began', ended: 'End and result' },
  stillOpen: 'Open',
  by: (name) => `by ${name}`,
  bySystem: 'Ended by the fact',
  close: 'Close with a result',
  closeTitle: 'Close the alarm',
  closeHow:
    'Say what was found and what was done. Closing permits nothing: a gate whose conditions are not met goes on refusing, and what is found wrong again is a new alarm.',
  result: 'Result',
  confirm: 'Close this alarm',
  failed: 'It was not closed. Try again',
  openJob: 'Open the job',
  more: 'Show more',
  empty: 'No alarms',
  emptyHow: 'Where a gate refuses, the site is found wanting or a time passes, the alarm appears here with who acts.',
}
