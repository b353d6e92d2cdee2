import { blindStatesEn } from '../vocabulary.en.ts'
import type { registersZhCn } from './registers.zh-cn.ts'

export const registersEn: typeof registersZhCn = {
  tabsLabel: 'Site registers',
  tabs: {
    isolation: 'Isolation points',
    blinds: 'Blinds',
    video: 'Video',
    risks: 'Risk library',
    calendar: 'Calendar',
    contingencies: 'Fallbacks',
    debts: 'Debts',
    paper: 'Paper tickets',
  },
  save: 'Save',
  correct: 'Correct',
  failed: 'It was not saved. Try again',
  unfit: 'This does not fit. Correct it',
  faults: {
    'number-taken': 'This number is on the register already',
    'place-unknown': 'There is no such place',
  },
  blinds: {
    add: 'Add a blind',
    fields: {
      number: 'Number on the tag',
      mapNumber: 'Number on the plan, flange',
      pipe: 'Pipe (one pipe, one number)',
      medium: 'Medium',
      specification: 'Size and thickness',
      material: 'Material',
      temperature: 'Temperature (°C)',
      pressure: 'Pressure (MPa)',
    },
    title: 'Blinds',
    none: 'No blinds',
    noneHow:
      'Every blind of the position plan is kept here with its number, pipe, medium, temperature, pressure, material and size.',
    number: 'Number / on the plan',
    place: 'Place',
    pipe: 'Pipe / medium',
    conditions: 'Temperature / pressure',
    conditionsOf: (celsius, mpa) => `${celsius} °C / ${mpa} MPa`,
    specification: 'Specification / material',
    state: 'State',
    states: blindStatesEn,
    by: 'Permit',
    stated: (person) => `stated by ${person}`,
    jobs: 'Open jobs',
    onlyInstalled: 'Installed only',
    all: 'All',
  },
}
