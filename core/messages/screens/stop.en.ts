import type { stopZhCn } from './stop.zh-cn.ts'

export const stopEn: typeof stopZhCn = {
  title: 'Stop work',
  lead: 'If you see danger, press now. No sign-in, no blame.',
  button: 'Stop work',
  note: 'What happened? (optional)',
  sending: 'Sending…',
  recorded: 'The stop is recorded. Get clear and tell the people near you.',
  waiting: 'No network. Kept on this phone and trying again. Shout stop and tell the people near you!',
  unplaced: 'No work is registered here, so nothing was stopped. Shout stop and tell whoever is in charge here!',
}
