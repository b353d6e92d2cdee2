import type { signingZhCn } from './signing.zh-cn.ts'

export const signingEn: typeof signingZhCn = {
  pinTitle: 'Enter your PIN to prove that it is you',
  pinLead: 'The plant asks for the 6-digit PIN once more at this step',
  pinSending: 'Checking…',
  pinUnset: 'You have no PIN yet. Set one with your password, then sign.',
  pinLocked: 'Wrong five times, now locked. Try again in 15 minutes, or set a new one here.',
  draw: 'Add a handwritten signature (optional)',
  drawTitle: 'Sign inside the frame',
  drawn: 'Handwritten signature attached',
  drawAgain: 'Draw again',
  drawUse: 'Use this signature',
  drawLine: 'Signature',
  drawWaiting: 'The drawing is kept on this phone until there is network; you may also sign without it',
  drawRefused: 'The drawing was not attached. Draw it again',
}
