import { blindStatesEn } from '../vocabulary.en.ts'
import type { registersZhCn } from './registers.zh-cn.ts'

export const registersEn: typeof registersZhCn = {
  tabsLabel: 'Site registers',
  tabs: { isolation: 'Isolation points', blinds: 'Blinds' },
  blinds: {
    title: 'Blinds',
    none: 'No blinds',
    noneHow:
      'Every blind of the position plan is kept here with its number, pipe, medium, temperature, pressure, material and size.',
    number: 'Number',
    place: 'Place',
    pipe: 'Pipe',
    medium: 'Medium',
    conditions: 'Temperature / pressure',
    conditionsOf: (celsius, mpa) => `${celsius} °C / ${mpa} MPa`,
    material: 'Material',
    specification: 'Specification',
    map: 'Number on the plan',
    state: 'State',
    states: blindStatesEn,
    by: 'Permit',
    stated: (person) => `stated by ${person}`,
    jobs: 'Open jobs',
    onlyInstalled: 'Installed only',
    all: 'All',
  },
}
