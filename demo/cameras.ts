import type { EquipmentId, PlaceId } from '#core/ids.ts'
import { id } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Camera } from '#core/video/camera.ts'
import type { DemoPlace } from './places.ts'

export type DemoCamera = {
  readonly id: EquipmentId
  readonly name: string
  readonly address: string | null
  readonly explosionRating: string | null
  readonly places: readonly PlaceId[]
  readonly hasRecorder: boolean
  readonly state: Camera['state']
  readonly note: string
}

const fixed: readonly (Pick<DemoCamera, 'name' | 'explosionRating' | 'state' | 'note'> & {
  readonly number: string
  readonly place: string
})[] = [
  {
    number: 'CAM-101',
    place: 'synthesis-1-frame',
    name: '合成一车间二层框架 球机',
    explosionRating: 'Ex db IIC T6 Gb',
    state: 'in-service',
    note: '',
  },
  {
    number: 'CAM-102',
    place: 'R-101',
    name: 'R-101 反应釜 枪机',
    explosionRating: 'Ex db IIC T6 Gb',
    state: 'faulty',
    note: '画面黑屏，已报修',
  },
  {
    number: 'CAM-201',
    place: 'synthesis-2-pump-room',
    name: '合成二车间泵房 枪机',
    explosionRating: 'Ex db IIC T6 Gb',
    state: 'in-service',
    note: '',
  },
  {
    number: 'CAM-301',
    place: 'storage-loading-bay',
    name: '储运装卸台 球机',
    explosionRating: 'Ex ec IIC T4 Gc',
    state: 'in-service',
    note: '',
  },
  {
    number: 'CAM-501',
    place: 'maintenance-shop',
    name: '机修预制场 枪机',
    explosionRating: null,
    state: 'in-service',
    note: '',
  },
]

/**
 * Cameras on walls, heard through the recorder, of which one is broken and two are not fit for explosive places, as is common;
 * and one that is carried to the work, with a memory of its own, in every unit.
 */
export const camerasOf = (places: readonly DemoPlace[]): readonly DemoCamera[] => {
  const here = new Set(places.map((place) => place.id))
  const units = [...new Set(places.map(({ facts }) => facts.unit))]
  return [
    ...fixed
      .filter(({ place }) => here.has(place))
      .map(({ number, place, ...camera }) => ({
        ...camera,
        id: id<EquipmentId>(number),
        address: `rtsp://nvr.example:554/${number.toLowerCase()}/main`,
        places: [id<PlaceId>(place)],
        hasRecorder: true,
      })),
    ...units.map((unit, i) => ({
      id: portableOf(unit),
      name: `移动防爆布控球 ${i + 1} 号`,
      address: null,
      explosionRating: 'Ex db ib IIC T5 Gb',
      places: places.filter(({ facts }) => facts.unit === unit).map((place) => id<PlaceId>(place.id)),
      hasRecorder: false,
      state: 'in-service' as const,
      note: '',
    })),
  ]
}

/** The one that a unit carries to its work. */
export const portableOf = (unit: string): EquipmentId => id<EquipmentId>(`CAM-${unit.toUpperCase()}`)

/** What the past of the demo relies on: the unit's own camera, which never failed. */
export const portableCamera = (unit: string, since: EpochMs): Camera => ({
  id: portableOf(unit),
  state: 'in-service',
  since,
  explosionRating: 'Ex db ib IIC T5 Gb',
  recorder: null,
  revision: `camera:${portableOf(unit)}@1.1`,
})
