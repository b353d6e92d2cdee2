type Environment = { readonly [name: string]: string | undefined }

export type ParkSettings = {
  readonly baseUrl: string
  readonly token: string
  readonly parkCode: string
  readonly timeoutMs: number
}

const timeoutMsDefault = 10_000

/** Null where no park is named: records then wait in the outbox. A setting that cannot be meant is said at the start. */
export const readParkSettings = (environment: Environment): ParkSettings | null => {
  const baseUrl = environment['PARK_URL']
  if (baseUrl === undefined || baseUrl === '') return null
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new Error(`PARK_URL is no address: ${baseUrl}`)
  const timeoutMs = Number(environment['PARK_TIMEOUT_MS'] ?? timeoutMsDefault)
  if (!Number.isInteger(timeoutMs) || timeoutMs <= 0) throw new Error('PARK_TIMEOUT_MS is no number of milliseconds')
  return {
    timeoutMs,
    baseUrl: baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
    token: environment['PARK_TOKEN'] ?? 'holdpoint-demo',
    parkCode: environment['PARK_CODE'] ?? 'demo-park',
  }
}
