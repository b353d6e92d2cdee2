import type { HrSettings } from './hr-session.ts'

type Environment = { readonly [name: string]: string | undefined }

/** Null where no HR system is named: requests then wait in the outbox. Half a setting is a mistake, and said at the start. */
export const readHrSettings = (environment: Environment, timeZone: string): HrSettings | null => {
  const baseUrl = environment['HR_URL']
  if (baseUrl === undefined || baseUrl === '') return null
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new Error(`HR_URL is no address: ${baseUrl}`)
  return {
    baseUrl: baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
    appKey: environment['HR_APP_KEY'] ?? 'holdpoint-demo',
    appSecret: environment['HR_APP_SECRET'] ?? 'holdpoint-demo-secret',
    timeZone: environment['HR_TIME_ZONE'] ?? timeZone,
  }
}
