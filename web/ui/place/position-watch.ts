/** Where the phone is, with its honest accuracy. A reading without accuracy is no position. */
export type Position =
  | { readonly status: 'off' }
  | { readonly status: 'waiting' }
  | { readonly status: 'denied' }
  | { readonly status: 'unavailable' }
  | {
      readonly status: 'known'
      readonly latitude: number
      readonly longitude: number
      readonly accuracyMetres: number
      readonly takenAt: number
    }

export type PositionWatch = {
  readonly read: () => Position
  /** Listening is what keeps the watch running; the returned function ends it with the last listener. */
  readonly listen: (listener: () => void) => () => void
}

const options: PositionOptions = { enableHighAccuracy: true, maximumAge: 0, timeout: 20_000 }

/**
 * One watch for the whole page. A phone that lies still reports its position once; a second watch beside a running one then hears
 * nothing, and a page that opens while somebody guards would look for the position for ever.
 */
export const createPositionWatch = (
  geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch'> | undefined,
): PositionWatch => {
  const listeners = new Set<() => void>()
  let position: Position = { status: geolocation ? 'waiting' : 'unavailable' }
  let watch: number | undefined

  const tell = (next: Position) => {
    position = next
    for (const listener of listeners) listener()
  }
  const begin = () => {
    watch = geolocation?.watchPosition(
      (reading) => tell(toPosition(reading)),
      (failure) => tell({ status: failure.code === failure.PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      options,
    )
  }
  const end = () => {
    if (watch !== undefined) geolocation?.clearWatch(watch)
    watch = undefined
    // Where the phone was when nobody looked says nothing about where it is when somebody looks again.
    if (geolocation) position = { status: 'waiting' }
  }
  return {
    read: () => position,
    listen: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) begin()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) end()
      }
    },
  }
}

const toPosition = ({ coords, timestamp }: GeolocationPosition): Position =>
  Number.isFinite(coords.accuracy)
    ? {
        status: 'known',
        latitude: coords.latitude,
        longitude: coords.longitude,
        accuracyMetres: coords.accuracy,
        takenAt: timestamp,
      }
    : { status: 'unavailable' }
