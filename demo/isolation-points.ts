import type { DemoPlace } from './places.ts'

/** What can be cut off at a vessel: its feed, its drain and the motor of its stirrer. */
const around = [
  { suffix: 'FV1', kind: 'valve', energy: 'process-medium', what: '进料切断阀' },
  { suffix: 'DR1', kind: 'drain', energy: 'process-medium', what: '底部排净阀' },
  { suffix: 'M1', kind: 'breaker', energy: 'electric', what: '搅拌电机断路器' },
] as const

export const isolationPointsOf = (places: readonly DemoPlace[]) =>
  places
    .filter(({ facts }) => facts.kind === 'confined-space')
    .flatMap(({ id }) =>
      around.map(({ suffix, kind, energy, what }) => ({
        point_id: `ISO-${id}-${suffix}`,
        place_id: id,
        number: `${id}-${suffix}`,
        name: what,
        kind,
        energy,
        // Nobody climbs into the boiler drum before its feed is cut off, whatever the application says.
        always_for: id === 'B-401' && suffix === 'FV1' ? ['confined-space'] : [],
      })),
    )
