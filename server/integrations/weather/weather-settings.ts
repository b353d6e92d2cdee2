type Environment = { readonly [name: string]: string | undefined }

export type WeatherSettings = {
  readonly baseUrl: string
  readonly token: string
  readonly everyMinutes: number
  readonly timeoutMs: number
}

const everyMinutesDefault = 10
const timeoutMsDefault = 10_000

/** Null where no feed is named: the weather is then recorded by hand alone. A setting that cannot be meant is said at the start. */
export const readWeatherSettings = (environment: Environment): WeatherSettings | null => {
  const baseUrl = environment['WEATHER_URL']
  if (baseUrl === undefined || baseUrl === '') return null
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new Error(`WEATHER_URL is no address: ${baseUrl}`)
  return {
    baseUrl: baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
    token: environment['WEATHER_TOKEN'] ?? 'holdpoint-demo',
    everyMinutes: wholeNumber(environment, 'WEATHER_EVERY_MINUTES', everyMinutesDefault),
    timeoutMs: wholeNumber(environment, 'WEATHER_TIMEOUT_MS', timeoutMsDefault),
  }
}

const wholeNumber = (environment: Environment, name: string, otherwise: number): number => {
  const value = Number(environment[name] ?? otherwise)
  if (!Number.isInteger(value) || value <= 0) throw new Error(`${name} is no whole number above nought`)
  return value
}
