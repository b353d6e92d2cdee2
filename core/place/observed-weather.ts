import type { Weather } from './weather.ts'

/** The upper bounds of forces 0 to 16 in m/s (GB/T 28591); what is above the last is 17. */
const upToMetresPerSecond = [
  0.2, 1.5, 3.3, 5.4, 7.9, 10.7, 13.8, 17.1, 20.7, 24.4, 28.4, 32.6, 36.9, 41.4, 46.1, 50.9, 56,
] as const

/** A speed between two rows of the table, such as 10.75, counts as the higher force. */
export const beaufortOf = (metresPerSecond: number): number => {
  const force = upToMetresPerSecond.findIndex((bound) => metresPerSecond <= bound)
  return force === -1 ? upToMetresPerSecond.length : force
}

/** What a station measures of the sky; absent is unknown. */
export type Measured = {
  readonly rainMmPerHour?: number
  readonly snowMmPerHour?: number
  readonly visibilityMetres?: number
  readonly isThundery?: boolean
}

/** From here on rain is heavy: GB/T 28592 counts 12 and 24 hours, forecasters this many millimetres in one. */
const heavyRainMmPerHour = 8
/** Snow as melted water; the standard's heavy snow of a day, spread over half of it. */
const heavySnowMmPerHour = 0.4
/** GB/T 27964: fog below a kilometre, thick fog below half of one. */
const fogMetres = 1000
const thickFogMetres = 500

/** Undefined where rain or sight was not measured: a sky that nobody looked at is not fair. */
export const skyOf = ({
  rainMmPerHour,
  snowMmPerHour,
  visibilityMetres,
  isThundery,
}: Measured): readonly Weather[] | undefined => {
  if (rainMmPerHour === undefined || visibilityMetres === undefined) return undefined
  const sky: Weather[] = []
  if (rainMmPerHour > 0) sky.push(rainMmPerHour >= heavyRainMmPerHour ? 'heavy-rain' : 'rain')
  if (snowMmPerHour !== undefined && snowMmPerHour > 0)
    sky.push(snowMmPerHour >= heavySnowMmPerHour ? 'heavy-snow' : 'snow')
  if (visibilityMetres < fogMetres) sky.push(visibilityMetres < thickFogMetres ? 'thick-fog' : 'fog')
  if (isThundery === true) sky.push('thunderstorm')
  return sky
}
