import { isDayOfCalendar } from '#core/people/identity/calendar-day.ts'
import { beaufortOf, skyOf } from '#core/place/observed-weather.ts'
import { windForceMax, type Weather } from '#core/place/weather.ts'
import { epochMs, type EpochMs } from '#core/time/epoch.ts'

/** What one station saw; a value that it did not give is absent and so unknown. */
export type Observation = {
  /** Empty: of the plant as a whole. */
  readonly station: string
  readonly observedAt: EpochMs
  readonly windForce?: number
  readonly windMetresPerSecond?: number
  readonly sky?: readonly Weather[]
  readonly temperatureCelsius?: number
  readonly visibilityMetres?: number
  readonly rainMmPerHour?: number
}

export type ReadObservations =
  | { readonly kind: 'read'; readonly observations: readonly Observation[]; readonly dropped: number }
  | { readonly kind: 'unreadable' }

/** More stations than a plant has are another answer than ours. */
const stationsMax = 200

/** Values beyond what any weather on earth has are a broken sensor's; the whole observation is dropped with them. */
const possible = {
  windForce: [0, windForceMax],
  windMetresPerSecond: [0, 120],
  rainMmPerHour: [0, 500],
  snowMmPerHour: [0, 100],
  visibilityMetres: [0, 200_000],
  temperatureCelsius: [-90, 65],
} as const
type Element = keyof typeof possible

export const parseObservations = (body: unknown): ReadObservations => {
  if (!isFields(body) || !Array.isArray(body['observations']) || body['observations'].length > stationsMax)
    return { kind: 'unreadable' }
  const rows: readonly unknown[] = body['observations']
  const observations = rows.map(toObservation).filter((one) => one !== null)
  return { kind: 'read', observations, dropped: rows.length - observations.length }
}

const toObservation = (row: unknown): Observation | null => {
  if (!isFields(row)) return null
  const { station = '' } = row
  const observedAt = instantOf(row['observedAt'])
  if (typeof station !== 'string' || station.length > 80 || observedAt === null) return null
  const elements: { [E in Element]?: number } = {}
  for (const name of Object.keys(possible) as Element[]) {
    const value = row[name]
    if (value === undefined || value === null) continue
    const [min, max] = possible[name]
    if (typeof value !== 'number' || !(min <= value && value <= max)) return null
    elements[name] = value
  }
  const isThundery = row['isThundery'] ?? false
  if (typeof isThundery !== 'boolean') return null
  return observationOf(station, observedAt, elements, isThundery)
}

const observationOf = (
  station: string,
  observedAt: EpochMs,
  { windForce, windMetresPerSecond, snowMmPerHour, temperatureCelsius, ...measured }: { [E in Element]?: number },
  isThundery: boolean,
): Observation => {
  // A force is told in whole steps; one told in between counts as the higher.
  const force =
    windForce !== undefined
      ? Math.ceil(windForce)
      : windMetresPerSecond === undefined
        ? undefined
        : beaufortOf(windMetresPerSecond)
  const sky = skyOf({ ...measured, isThundery, ...(snowMmPerHour === undefined ? {} : { snowMmPerHour }) })
  return {
    station,
    observedAt,
    ...measured,
    ...(force === undefined ? {} : { windForce: force }),
    ...(windMetresPerSecond === undefined ? {} : { windMetresPerSecond }),
    ...(sky === undefined ? {} : { sky }),
    ...(temperatureCelsius === undefined ? {} : { temperatureCelsius }),
  }
}

/** With its zone: a local time without one could be eight hours old or eight hours ahead. */
const instantOf = (value: unknown): EpochMs | null => {
  if (typeof value !== 'string') return null
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(value) ?? []
  // A day that the calendar lacks would be read as one some days later.
  if (!isDayOfCalendar(Number(year), Number(month), Number(day))) return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : epochMs(at)
}

const isFields = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
