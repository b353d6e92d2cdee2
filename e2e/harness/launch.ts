import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { type Camera, createCamera } from './camera.ts'
import { findChromium } from './chromium-binary.ts'
import type { Scene } from './scenes.ts'

export type LaunchedBrowser = {
  readonly browser: Browser
  readonly camera: Camera
  readonly pid: number
  readonly close: () => Promise<void>
}

const closeWithinMs = 5_000

/** One Chromium process with its own camera. It is ended by its own pid if it will not close: others run browsers too. */
export const launchBrowser = async (firstScene: Scene): Promise<LaunchedBrowser> => {
  const folder = await mkdtemp(join(tmpdir(), 'holdpoint-browser-'))
  const camera = createCamera(folder)
  await camera.show(firstScene)
  const { executablePath, env } = await findChromium()
  const server = await chromium.launchServer({ executablePath, env, args: argumentsFor(camera), host: '127.0.0.1' })
  const { pid } = server.process()
  if (pid === undefined) throw new Error('Chromium did not start')
  return {
    browser: await chromium.connect(server.wsEndpoint()),
    camera,
    pid,
    close: async () => {
      await Promise.race([server.close(), waitMs(closeWithinMs)])
      await server.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const argumentsFor = (camera: Camera): string[] => [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${camera.file}`,
]

const waitMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
