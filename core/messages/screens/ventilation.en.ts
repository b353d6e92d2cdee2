import type { ScreenWords } from '../screens.zh-cn.ts'

export const ventilationEn: ScreenWords['ventilation'] = {
  title: 'Ventilation',
  scan: 'Scan the code on the fan',
  refusedFan: 'This fan will not do',
  scanAgain: 'Scan another fan',
  plate: 'Picture the fan’s plate and code',
  running: 'Picture the running fan',
  plateTaken: 'Plate of the fan',
  runningTaken: 'Running fan',
  bound: (place) => `Ventilates ${place}`,
  startedAt: 'When did it start?',
  started: { '0': 'Just now', '10': '10 min ago', '30': '30 min ago' },
  submit: 'Hold to confirm ventilation',
  label: 'Ventilation',
  done: 'Ventilation confirmed',
  since: (at) => `Ventilated since ${at}`,
  notAsked: 'This job asks for no ventilation',
  toJob: 'Back to the job',
}
