/** The only six reasons to make a sound. Each is told apart with eyes shut, in noise, by its movement and not by its pitch alone. */
export const alarmKinds = ['due-soon', 'due-now', 'overdue', 'guardian-left', 'work-stopped', 'evacuate'] as const
export type AlarmKind = (typeof alarmKinds)[number]

export type Tone = { readonly fromHz: number; readonly toHz: number; readonly ms: number; readonly pauseMs: number }

export type AlarmSound = {
  readonly wave: 'sine' | 'triangle' | 'square' | 'sawtooth'
  readonly tones: readonly Tone[]
  /** Danger sounds until somebody answers; a reminder says it once. */
  readonly repeats: 'once' | 'until-answered'
  readonly vibrateMs: readonly number[]
}

const steady = (hz: number, ms: number, pauseMs: number): Tone => ({ fromHz: hz, toHz: hz, ms, pauseMs })

export const alarmSounds = {
  // Two soft steps up, like a door bell heard early.
  'due-soon': { wave: 'sine', tones: [steady(660, 180, 60), steady(880, 260, 0)], repeats: 'once', vibrateMs: [120] },
  // Three equal knocks.
  'due-now': {
    wave: 'triangle',
    tones: [steady(880, 150, 90), steady(880, 150, 90), steady(880, 320, 0)],
    repeats: 'once',
    vibrateMs: [200, 100, 200],
  },
  // A quick two-tone that does not let go.
  overdue: {
    wave: 'square',
    tones: [steady(740, 160, 0), steady(988, 160, 0), steady(740, 160, 0), steady(988, 160, 420)],
    repeats: 'until-answered',
    vibrateMs: [400, 150, 400],
  },
  // Falls away, as somebody walking off.
  'guardian-left': {
    wave: 'triangle',
    tones: [
      { fromHz: 1175, toHz: 590, ms: 620, pauseMs: 160 },
      { fromHz: 1175, toHz: 590, ms: 620, pauseMs: 500 },
    ],
    repeats: 'until-answered',
    vibrateMs: [600, 200, 200],
  },
  // One deep long horn, twice.
  'work-stopped': {
    wave: 'sawtooth',
    tones: [steady(220, 900, 200), steady(220, 900, 700)],
    repeats: 'until-answered',
    vibrateMs: [1000],
  },
  // The siren: slow sweep up and down without a pause.
  evacuate: {
    wave: 'sawtooth',
    tones: [
      { fromHz: 500, toHz: 1400, ms: 900, pauseMs: 0 },
      { fromHz: 1400, toHz: 500, ms: 900, pauseMs: 0 },
    ],
    repeats: 'until-answered',
    vibrateMs: [300, 100, 300, 100, 300, 100, 900],
  },
} as const satisfies Record<AlarmKind, AlarmSound>

export const soundMs = ({ tones }: AlarmSound): number => tones.reduce((sum, tone) => sum + tone.ms + tone.pauseMs, 0)
