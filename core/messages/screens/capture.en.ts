import { evidenceEn } from '../evidence.en.ts'
import type { ScreenWords } from '../screens.zh-cn.ts'

export const captureEn: ScreenWords['capture'] = {
  refused: evidenceEn,
  preparing: 'Getting ready to take pictures…',
  takeAgain: 'Take it again',
  near: 'Looks much like an earlier picture; reviewers will be told',
  position: {
    off: 'No position',
    waiting: 'Finding the position…',
    denied: 'No permission to locate. Allow it in the phone’s settings.',
    unavailable: 'No position received. Step into the open, or turn GPS on.',
    known: (accuracyMetres) => `Located, within ${accuracyMetres} m`,
    inside: (accuracyMetres) => `Inside the work area, within ${accuracyMetres} m`,
    outside: (distanceMetres) => `${distanceMetres} m from the work area: go closer`,
    unclear: (accuracyMetres) => `Known only within ${accuracyMetres} m: not surely inside the work area yet`,
  },
}
