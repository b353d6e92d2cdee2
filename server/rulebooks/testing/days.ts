import type { Worked } from './day-of-work.ts'

/** For each industry one day of each kind of work, and at each level where the levels differ in what they ask. */
export const days: { readonly [rulebook: string]: readonly Worked[] } = {
  chemical: [
    { operation: 'hot-work' },
    { operation: 'hot-work', place: { zone: 'fire-risk' } },
    { operation: 'hot-work', place: { zone: 'explosive', isInOperation: true } },
    { operation: 'hot-work', place: { zone: 'fire-risk' }, answers: { 'shutdown-agreed': true } },
    { operation: 'hot-work', place: { kind: 'confined-space' } },
    { operation: 'confined-space' },
    { operation: 'blinding' },
    { operation: 'blinding', answers: { 'medium-hazard': 'highly-toxic', 'shared-pipe': true, 'cross-work': true } },
    { operation: 'work-at-height', answers: { 'height-metres': 5 } },
    { operation: 'work-at-height', answers: { 'height-metres': 12 } },
    {
      operation: 'work-at-height',
      answers: { 'height-metres': 31, 'special-situations': ['near-vents'], 'cross-work': true },
    },
    { operation: 'lifting', answers: { 'mass-tonnes': 12 } },
    {
      operation: 'lifting',
      answers: { 'mass-tonnes': 101, 'hazardous-neighbours': true, 'near-overhead-lines': true, 'cross-work': true },
    },
    { operation: 'temporary-power', answers: { 'voltage-volts': 380, 'cross-work': true } },
    {
      operation: 'excavation',
      answers: {
        'depth-metres': 3,
        'cross-work': true,
        'involved-units': ['water', 'electricity', 'steam', 'process', 'equipment', 'fire', 'safety'],
      },
    },
    { operation: 'road-closing', answers: { 'lamp-height-metres': 1.5, 'cross-work': true } },
  ],
  construction: [
    { operation: 'confined-space', answers: { 'sudden-gas': true } },
    { operation: 'hot-work', answers: { 'near-insulation': true } },
    { operation: 'scaffold', answers: { 'height-metres': 20 } },
    { operation: 'scaffold', answers: { 'height-metres': 50 } },
    { operation: 'work-at-height', answers: { 'height-metres': 12 } },
    { operation: 'lifting', answers: { 'distance-to-crane-metres': 5 } },
  ],
  power: [
    { operation: 'outage-work', answers: { 'voltage-volts': 10000 } },
    { operation: 'live-work', answers: { 'voltage-volts': 380 } },
    { operation: 'mechanical-work' },
    { operation: 'confined-space', answers: { 'sudden-gas': true } },
  ],
}
