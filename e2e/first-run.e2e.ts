import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { buildWeb } from '#scripts/start/build-web.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { startServer, type RunningServer } from '#server/main.ts'
import { browserFor } from './harness/browser-for.ts'

let server: RunningServer
const closers: (() => Promise<unknown>)[] = []

before(async () => {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-first-run-'))
  server = await startServer({
    appUrl: database.appUrl,
    dataDir,
    host: '127.0.0.1',
    port: 12_000 + ((process.pid + 77) % 20_000),
    defaultPlant: id<PlantId>('plant'),
    webFolder: await buildWeb(),
  })
  closers.push(server.close, database.close, () => rm(dataDir, { recursive: true }))
})
after(async () => {
  for (const close of closers) await close()
})

test('an empty installation asks for its code and makes an administrator who is signed in at once', async (t) => {
  const { page, shot, allowFault } = await browserFor(t).openDesk({ url: server.url })
  allowFault(/401|403/)
  await page.getByRole('heading', { name: '建立工厂' }).waitFor()
  await page.getByLabel('安装码').fill('WRONGONE')
  await page.getByLabel('企业名称').fill('东港化工')
  await page.getByLabel('管理员账号').fill('admin')
  await page.getByLabel('密码').fill('a long enough one')
  await page.getByRole('button', { name: '建立并登录' }).click()
  await page.getByText('安装码不对').waitFor()
  await shot('first-run-wrong-code')
  await page.getByLabel('安装码').fill(server.setupCode ?? '')
  await page.getByRole('button', { name: '建立并登录' }).click()
  await page.getByRole('heading', { name: '作业看板' }).waitFor()
  await shot('first-run-board')
  assert.ok(await page.getByText('东港化工').first().isVisible())
})
