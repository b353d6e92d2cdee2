import type { TestContext } from 'node:test'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type LaunchedBrowser, launchBrowser } from './launch.ts'
import { type PageWatch, watchPage } from './page-watch.ts'
import { type Scene, workFace } from './scenes.ts'
import { keepFailure, keepShot } from './shots.ts'
import { type Account, signInByApi } from './sign-in.ts'

export type At = { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number }

export type OpenOptions = {
  readonly url: string
  readonly account?: Account
  readonly at?: At
  readonly sees?: Scene
  readonly language?: 'zh-CN' | 'en'
  readonly theme?: 'light' | 'dark'
  readonly size?: { readonly width: number; readonly height: number }
}

export type Device = {
  readonly page: Page
  readonly context: BrowserContext
  /** The person walks; pages that watch the position learn of it. */
  readonly moveTo: (at: At) => Promise<void>
  /** What the camera shows when a page next opens it; one after the other when several. */
  readonly see: (...scenes: Scene[]) => Promise<void>
  /** Keeps a picture when SHOTS is set. */
  readonly shot: (name: string) => Promise<void>
  /** A complaint that this test provokes on purpose. */
  readonly allowFault: (pattern: RegExp) => void
}

export type TestBrowser = {
  readonly openPhone: (options: OpenOptions) => Promise<Device>
  readonly openDesk: (options: OpenOptions) => Promise<Device>
}

type Opened = Device & { readonly name: string; readonly watch: PageWatch }

const phoneProfile = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions

const deskProfile = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions

/**
 * Browsers for one test: each phone with a camera and a position of its own, all desks in one process. When the test ends
 * its pages are closed; a red console fails it, and whatever fails leaves its pictures in e2e/failures.
 */
export const browserFor = (test: TestContext): TestBrowser => {
  const launched: Promise<LaunchedBrowser>[] = []
  const opened: Opened[] = []
  let desks: Promise<LaunchedBrowser> | undefined

  const launch = (scene: Scene): Promise<LaunchedBrowser> => {
    const launching = launchBrowser(scene)
    launched.push(launching)
    return launching
  }

  const open = async (
    browser: LaunchedBrowser,
    profile: BrowserContextOptions,
    options: OpenOptions,
  ): Promise<Device> => {
    const context = await browser.browser.newContext(contextOptions(profile, options))
    context.setDefaultTimeout(40_000)
    if (options.account !== undefined) await signInByApi(context, options.account, options.url)
    const page = await context.newPage()
    const device: Opened = {
      ...deviceOf(browser, context, page, `${test.name} ${opened.length + 1}`),
      watch: watchPage(page),
      name: `${test.name} ${opened.length + 1}`,
      allowFault: (pattern) => device.watch.allow(pattern),
    }
    opened.push(device)
    await page.goto(options.url)
    return device
  }

  test.after(async () => {
    const faults = opened.flatMap(({ watch }) => watch.faults())
    const isFailed = !test.passed || faults.length > 0
    const kept = isFailed ? await Promise.allSettled(opened.map(({ page, name }) => keepFailure(page, name))) : []
    for (const launching of await Promise.allSettled(launched)) {
      if (launching.status === 'fulfilled') await launching.value.close()
    }
    for (const shot of kept) if (shot.status === 'fulfilled') test.diagnostic(`picture kept: ${shot.value}`)
    if (faults.length > 0) throw new Error(`the pages complained:\n${faults.join('\n')}`)
  })

  return {
    openPhone: async (options) => open(await launch(options.sees ?? (await workFace(1))), phoneProfile, options),
    openDesk: async (options) => {
      desks ??= launch(options.sees ?? (await workFace(2)))
      return open(await desks, deskProfile, options)
    },
  }
}

const contextOptions = (profile: BrowserContextOptions, options: OpenOptions): BrowserContextOptions => ({
  ...profile,
  ...(options.size === undefined ? {} : { viewport: options.size }),
  ...(options.at === undefined ? {} : { geolocation: toGeolocation(options.at) }),
  permissions: options.at === undefined ? ['camera'] : ['camera', 'geolocation'],
  locale: options.language ?? 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: options.theme ?? 'light',
  ignoreHTTPSErrors: true,
})

const deviceOf = (browser: LaunchedBrowser, context: BrowserContext, page: Page, name: string) => ({
  page,
  context,
  moveTo: async (at: At) => {
    await context.grantPermissions(['camera', 'geolocation'])
    await context.setGeolocation(toGeolocation(at))
  },
  see: browser.camera.show,
  shot: (shotName: string) => keepShot(page, `${name} ${shotName}`),
})

const toGeolocation = ({ latitude, longitude, accuracyMetres }: At) => ({
  latitude,
  longitude,
  accuracy: accuracyMetres,
})
