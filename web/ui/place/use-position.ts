import { useSyncExternalStore } from 'react'
import { createPositionWatch, type Position } from './position-watch.ts'

export type { Position } from './position-watch.ts'

const watch = createPositionWatch(typeof navigator === 'undefined' ? undefined : navigator.geolocation)
const off: Position = { status: 'off' }
const listenToNothing = () => () => undefined

/** Watches the position while `wanted`; `off` otherwise, so that a page which needs none takes none. */
export const usePosition = (wanted: boolean): Position =>
  useSyncExternalStore(wanted ? watch.listen : listenToNothing, wanted ? watch.read : () => off)
