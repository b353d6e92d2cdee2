import { ensureChineseFont } from '../ui/theme/cjk-font.ts'
import { createStopSender, stopPathOf, type StopReport } from './stop-sender.ts'

/**
 * The page behind the code that hangs at the site, `/stop#CODE`, or of one job, `/stop/PLANT/JOB`. No sign-in, no framework, nothing to load but this. The stop is kept
 * in the phone and sent until the server has it; a position is added when it is quick, never waited for.
 */
const form = document.querySelector('form')
const output = document.querySelector('output')
const note = document.querySelector('textarea')

const device = (): string => {
  try {
    const known = localStorage.getItem('holdpoint.device') ?? crypto.randomUUID()
    localStorage.setItem('holdpoint.device', known)
    return known
  } catch {
    return 'unknown'
  }
}

let position: StopReport['position']
navigator.geolocation?.watchPosition(({ coords }) => {
  position = { latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: coords.accuracy }
})

const sender = createStopSender({
  path: stopPathOf(location),
  fetch: (path, init) => fetch(path, init),
  // Where storage is forbidden even naming it throws, so it is named late.
  storage: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
    removeItem: (key) => localStorage.removeItem(key),
  },
  onState: (state) => {
    if (output) output.dataset.at = state
  },
})

form?.addEventListener('submit', (event) => {
  event.preventDefault()
  navigator.vibrate?.(300)
  sender.stop({
    occurredAt: Date.now(),
    reason: 'stop-work',
    note: note?.value ?? '',
    device: device(),
    ...(position && { position }),
  })
})
sender.resume()
void ensureChineseFont()
