import type { PlaceFacts } from '#core/job/facts.ts'
import type { GasId } from '#core/ids.ts'
import type { EquipmentKind } from '#core/risk/risk-library.ts'

export type DemoPlace = {
  readonly id: string
  readonly name: string
  readonly facts: Omit<PlaceFacts, 'id' | 'revision'>
}

/** The plant's south-west corner; everything lies within a square kilometre of it. */
const origin = { latitude: 31.002, longitude: 121.004 }

/** A rectangle, so many metres east and north of the corner. A degree of latitude is 111 320 m. */
const rectangle = (east: number, north: number, width: number, depth: number): PlaceFacts['fence'] => {
  const at = (x: number, y: number): readonly [number, number] => [
    origin.longitude + x / (111_320 * Math.cos((origin.latitude * Math.PI) / 180)),
    origin.latitude + y / 111_320,
  ]
  return [at(east, north), at(east + width, north), at(east + width, north + depth), at(east, north + depth)]
}

const vessel = (
  id: string,
  equipment: EquipmentKind,
  name: string,
  unit: string,
  east: number,
  north: number,
  gases: readonly string[],
  atmosphere: PlaceFacts['atmosphere'],
): DemoPlace => ({
  id,
  name,
  facts: {
    kind: 'confined-space',
    equipment,
    parent: unit as PlaceFacts['id'],
    unit,
    zone: 'explosive',
    isInOperation: false,
    isInMajorHazardDike: false,
    isPipeRack: false,
    isOutdoor: false,
    fence: rectangle(east, north, 6, 6),
    gases: gases as readonly GasId[],
    samplingPoints: ['upper', 'middle', 'lower'],
    ...(atmosphere ? { atmosphere } : {}),
  },
})

const area = (
  id: string,
  name: string,
  unit: string,
  east: number,
  north: number,
  zone: 'explosive' | 'fire-risk' | 'ordinary',
  isOutdoor: boolean,
  equipment?: EquipmentKind,
): DemoPlace => ({
  id,
  name,
  facts: {
    kind: 'area',
    unit,
    zone,
    isInOperation: false,
    isInMajorHazardDike: false,
    isPipeRack: false,
    isOutdoor,
    atmosphere: 'ordinary',
    fence: rectangle(east, north, 40, 30),
    gases: ['methane' as GasId],
    samplingPoints: ['point'],
    ...(equipment ? { equipment } : {}),
  },
})

const pipeRack = (id: string, name: string, unit: string, east: number, north: number, pipe: string): DemoPlace => {
  const place = area(id, name, unit, east, north, 'fire-risk', true)
  return { ...place, facts: { ...place.facts, isPipeRack: true, pipe, equipment: 'pipe' } }
}

export const demoPlaces: readonly DemoPlace[] = [
  vessel('R-101', 'reactor', '合成一车间 R-101 反应釜', 'synthesis-1', 60, 80, ['toluene', 'toluene-toxic'], 'toxic'),
  vessel(
    'R-102',
    'reactor',
    '合成一车间 R-102 反应釜',
    'synthesis-1',
    90,
    80,
    ['methanol', 'methanol-toxic'],
    'ordinary',
  ),
  vessel('V-203', 'tank', '合成二车间 V-203 储槽', 'synthesis-2', 240, 90, ['hydrogen', 'h2s'], 'toxic'),
  vessel('T-301', 'tank', '储运车间 T-301 储罐', 'storage', 420, 300, ['gasoline'], 'flammable'),
  vessel('B-401', 'boiler', '公用工程车间 B-401 锅炉汽包', 'utilities', 120, 420, ['methane', 'co'], 'ordinary'),
  area('synthesis-1-frame', '合成一车间 二层框架', 'synthesis-1', 40, 140, 'explosive', false, 'structure'),
  area('synthesis-2-pump-room', '合成二车间 泵房', 'synthesis-2', 220, 160, 'explosive', false, 'pump'),
  area('storage-loading-bay', '储运车间 装卸台', 'storage', 380, 240, 'fire-risk', true),
  area('utilities-cooling', '公用工程车间 循环水站', 'utilities', 80, 460, 'ordinary', true, 'pump'),
  area('maintenance-shop', '机修车间 预制场', 'maintenance', 300, 460, 'ordinary', true),
  pipeRack('pipe-rack-west', '公用工程车间 西管廊', 'utilities', 560, 60, 'PL-1024'),
  pipeRack('pipe-rack-east', '公用工程车间 东管廊', 'utilities', 640, 180, 'PL-2036'),
  area('road-south', '储运车间 南环路', 'storage', 560, 420, 'ordinary', true, 'road'),
]

/** The second plant lies an hour's drive to the south; its places have the units of its own roster. */
const southOrigin = { latitude: 30.412, longitude: 121.251 }

const moved = ({ id, name, facts }: DemoPlace): DemoPlace => ({
  id,
  name,
  facts: {
    ...facts,
    fence: facts.fence.map(([longitude, latitude]) => [
      longitude - origin.longitude + southOrigin.longitude,
      latitude - origin.latitude + southOrigin.latitude,
    ]),
  },
})

export const southPlaces: readonly DemoPlace[] = [
  vessel('R-901', 'reactor', '南厂合成车间 R-901 反应釜', 'synthesis-1', 60, 80, ['toluene', 'toluene-toxic'], 'toxic'),
  vessel('T-902', 'tank', '南厂罐区 T-902 储罐', 'storage', 300, 220, ['gasoline'], 'flammable'),
  area('south-synthesis-frame', '南厂合成车间 框架', 'synthesis-1', 40, 140, 'explosive', false, 'structure'),
  area('south-tank-farm', '南厂罐区 泵棚', 'storage', 280, 260, 'fire-risk', true, 'pump'),
  area('south-workshop', '南厂机修间', 'maintenance', 180, 300, 'ordinary', false),
].map(moved)

/** Three gas detectors, and a fan for every vessel. */
export const equipmentOf = (places: readonly DemoPlace[]) => [
  ...['GD-01', 'GD-02', 'GD-03'].map((id, i) => ({
    id,
    kind: 'instrument' as const,
    name: `四合一气体检测仪 ${id}`,
    // The third one is out of calibration, as one always is.
    facts: {
      gases: [
        'oxygen',
        'methane',
        'toluene',
        'toluene-toxic',
        'methanol',
        'methanol-toxic',
        'hydrogen',
        'h2s',
        'gasoline',
        'co',
      ],
      calibratedForDays: i === 2 ? -10 : 200,
    },
  })),
  ...places
    .filter(({ facts }) => facts.kind === 'confined-space')
    .map(({ id, name }) => ({
      id: `FAN-${id}`,
      kind: 'fan' as const,
      name: `${name} 轴流风机`,
      facts: { ventilates: [id], state: 'in-service' },
    })),
]

/** What speaks by itself. One group of detectors is silent, as one always is. */
export const sourcesOf = (places: readonly DemoPlace[]) => [
  {
    id: 'SRC-DETECTORS',
    kind: 'fixed-detectors' as const,
    name: '固定式气体检测 二车间',
    watches: places.filter(({ id }) => id === 'V-203' || id === 'T-902').map(({ id }) => id),
    silentMinutes: 42,
  },
  { id: 'SRC-GATEWAY', kind: 'gateway' as const, name: '数据网关', watches: [], silentMinutes: 0 },
  { id: 'SRC-POSITIONING', kind: 'positioning' as const, name: '人员定位', watches: [], silentMinutes: 0 },
]
