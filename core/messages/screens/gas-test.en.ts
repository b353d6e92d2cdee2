import type { ScreenWords } from '../screens.zh-cn.ts'
import { unitsEn } from '../vocabulary.en.ts'

const points: { readonly [point: string]: string } = {
  upper: 'Upper',
  middle: 'Middle',
  lower: 'Lower',
  point: 'Sampling point',
}

export const gasTestEn: ScreenWords['gasTest'] = {
  title: 'Gas test',
  label: 'Gas test',
  why: { first: 'Before the start', record: 'During work', afterBreak: 'After the break' },
  units: { ...unitsEn, 'percent-vol': '%VOL' },
  unit: 'Unit',
  point: (name) => points[name] ?? name,
  sampledAt: (at) => `Sampled ${at}`,
  limit: {
    between: (min, max, unit) => `${min}–${max} ${unit}`,
    most: (max, unit) => `at most ${max} ${unit}`,
  },
  verdict: {
    good: 'Within limits',
    over: 'Over the limit',
    low: 'Too low',
    impossible: 'No possible reading: look at the display again',
    asked: (unit, equation) => `Is that ${unit}? ${equation}`,
  },
  equation: (gas, value, unit, converted, unitOfLimit) => `${gas} ${value} ${unit} = ${converted} ${unitOfLimit}`,
  use: (unit) => `It is ${unit}`,
  detector: {
    title: 'Detector',
    choose: 'Choose the detector',
    scan: 'Scan the detector’s code',
    change: 'Change',
    valid: (through) => `In calibration until ${through}`,
    expired: (through) => `Out of calibration since ${through}: not to be used`,
    unknown: 'No calibration on record: not to be used',
    cannot: (gases) => `Cannot measure ${gases}`,
  },
  analyst: (name) => `Analyst: ${name}`,
  placeUnknown: 'This place does not say which gases there may be, or where to sample',
  placeUnknownHow: 'Its unit has to complete the place’s record first.',
  next: 'Next: picture the display',
  missing: (count) => (count === 1 ? 'One reading is missing' : `${count} readings are missing`),
  picture: 'Picture the detector’s display, readings legible',
  pictureTaken: 'Display of the detector',
  readBack: 'Read it back from the display; hand in if it is the same',
  change: 'One is wrong: change it',
  submit: 'All the same: hold to hand in',
  good: 'All within limits',
  goodNext: 'The next step is open',
  bad: 'Over the limit',
  badSteps: [
    'Stop the work and bring everybody out',
    'Ventilate and find the source',
    'Test again, and enter only within limits',
  ],
  again: 'Test again',
  toJob: 'Back to the job',
}
