import { alarmSounds, soundMs, type AlarmKind, type AlarmSound } from './alarm-kinds.ts'

let context: AudioContext | undefined

/**
 * Browsers keep a page silent until it was touched once. Called at the entry, so that the first tap of the day unlocks the sound and
 * the alarm an hour later is heard.
 */
export const unlockSoundOnFirstTouch = (): void => {
  const unlock = () => void audio()?.resume()
  addEventListener('pointerdown', unlock, { once: true, capture: true })
  addEventListener('keydown', unlock, { once: true, capture: true })
}

/** Sounds and vibrates; the returned function silences it. Made by the phone itself, so it needs no network and no file. */
export const playAlarm = (kind: AlarmKind): (() => void) => {
  const sound: AlarmSound = alarmSounds[kind]
  let silence = playOnce(sound)
  if (sound.repeats === 'once') return () => silence()

  const timer = setInterval(() => {
    silence = playOnce(sound)
  }, soundMs(sound))
  return () => {
    clearInterval(timer)
    silence()
  }
}

const audio = (): AudioContext | undefined => {
  if (typeof AudioContext === 'undefined') return undefined
  context ??= new AudioContext()
  return context
}

/** Browsers refuse to vibrate before the page was touched, and write a complaint each time they are asked. */
const vibrate = (pattern: number | number[]): void => {
  if (!('userActivation' in navigator) || navigator.userActivation.hasBeenActive) navigator.vibrate?.(pattern)
}

const playOnce = (sound: AlarmSound): (() => void) => {
  vibrate([...sound.vibrateMs])
  const output = audio()
  const stopVibration = () => vibrate(0)
  if (!output) return stopVibration

  const oscillators = schedule(output, sound)
  return () => {
    stopVibration()
    for (const oscillator of oscillators) oscillator.stop()
  }
}

const schedule = (output: AudioContext, { wave, tones }: AlarmSound): OscillatorNode[] => {
  let startsAt = output.currentTime + 0.02
  return tones.map(({ fromHz, toHz, ms, pauseMs }) => {
    const endsAt = startsAt + ms / 1000
    const oscillator = new OscillatorNode(output, { type: wave, frequency: fromHz })
    oscillator.frequency.linearRampToValueAtTime(toHz, endsAt)
    // A short rise and fall: a tone cut hard clicks, and small speakers turn the click into noise.
    const volume = new GainNode(output, { gain: 0 })
    volume.gain.setValueAtTime(0, startsAt)
    volume.gain.linearRampToValueAtTime(0.6, startsAt + 0.015)
    volume.gain.setValueAtTime(0.6, endsAt - 0.03)
    volume.gain.linearRampToValueAtTime(0, endsAt)
    oscillator.connect(volume).connect(output.destination)
    oscillator.start(startsAt)
    oscillator.stop(endsAt)
    startsAt = endsAt + pauseMs / 1000
    return oscillator
  })
}
