import type { uiZhCn } from './ui.zh-cn.ts'

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export const uiEn: typeof uiZhCn = {
  safety: { must: 'To do', due: 'Due soon', stopped: 'Stopped', met: 'Met', notOpen: 'Not open yet' },
  time: {
    span: (span) => {
      switch (span.unit) {
        case 'days':
          return span.hours > 0 ? `${counted(span.days, 'day')} ${span.hours} h` : counted(span.days, 'day')
        case 'hours':
          return span.minutes > 0 ? `${span.hours} h ${span.minutes} min` : counted(span.hours, 'hour')
        case 'minutes':
          return counted(span.minutes, 'minute')
        case 'seconds':
          return counted(span.seconds, 'second')
      }
    },
    left: ({ span, at }) => `${span} left (by ${at})`,
    over: ({ span, at }) => `${span} overdue (was due ${at})`,
  },
  hold: { hint: 'Hold for 1 second', keepHolding: 'Keep holding…' },
  refusals: {
    count: (count) => counted(count, 'reason'),
    why: 'Why',
    fixer: (who) => `For ${who} to put right`,
  },
  track: { opensAfter: 'Opens after the step before' },
  camera: {
    shutter: 'Take picture',
    use: 'Use this one',
    retake: 'Retake',
    retry: 'Try again',
    starting: 'Opening the camera…',
    denied: 'The camera is not allowed. Allow it in the phone’s settings, then try again.',
    missing:
      'The camera cannot be opened. Make sure that no other app is using it and that the address begins with https.',
    good: 'Clear enough to use',
    flaw: {
      dark: 'Too dark to see. Turn on a lamp or change the angle',
      blurred: 'Blurred. Hold still and take it again',
      'same-as-before': 'The same as an earlier picture',
    },
  },
  scan: {
    aim: 'Put the code inside the frame; it is read by itself',
    wedge: 'A hand scanner works too',
    denied: 'The camera is not allowed. Allow it in the phone’s settings, or use a hand scanner.',
    missing: 'The camera cannot be opened. You can use a hand scanner.',
  },
  sheet: { close: 'Close' },
  pin: { entered: (count, length) => `${count} of ${length} digits`, erase: 'Delete' },
  table: { total: (count) => `${count} in all` },
  progress: {
    rows: (done, total) => `${done} of ${total} rows`,
    rate: (rows) => `${rows} rows a second`,
    left: (span) => `${span} to go`,
    cancel: 'Stop',
  },
  files: {
    choose: 'Choose files',
    refusedKind: (name) => `${name}: not a file that can be imported`,
    refusedSize: (name, megabytesMax) => `${name}: larger than ${megabytesMax} MB`,
  },
}
