import { useEffect, useState } from 'react'

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

/** Watches the position while `wanted`; `off` otherwise, so that a page which needs none takes none. */
export const usePosition = (wanted: boolean): Position => {
  const [position, setPosition] = useState<Position>({ status: 'off' })

  useEffect(() => {
    if (!wanted) return setPosition({ status: 'off' })
    if (!('geolocation' in navigator)) return setPosition({ status: 'unavailable' })

    setPosition({ status: 'waiting' })
    const watch = navigator.geolocation.watchPosition(
      (reading) => setPosition(toPosition(reading)),
      (failure) => setPosition({ status: failure.code === failure.PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 20_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [wanted])

  return position
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
