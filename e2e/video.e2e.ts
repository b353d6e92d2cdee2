import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { browserFor } from './harness/browser-for.ts'
import { servePlant, type ServedPlant } from './harness/serve-plant.ts'

let plant: ServedPlant
before(async () => {
  plant = await servePlant({ days: 3 })
})
after(() => plant.close())

test('a safety officer sees which cameras work, registers one, and holds film as evidence', async (t) => {
  const desk = await browserFor(t).openDesk({
    url: `${plant.url}/registers/video`,
    account: { login: 'safety', password: demoPassword },
  })
  const { page } = desk
  const rowOf = (text: string) => page.getByRole('row').filter({ hasText: text })
  await rowOf('CAM-102').getByText('故障', { exact: true }).waitFor()
  await desk.shot('video-cameras')
  await rowOf('CAM-102').getByRole('button', { name: '已修复' }).click()
  await rowOf('CAM-102').getByText('失联', { exact: true }).waitFor()

  await page.getByRole('button', { name: '登记摄像头' }).click()
  await page.getByLabel('编号').fill('CAM-777')
  await page.getByLabel('名称').fill('R-102 釜顶 枪机')
  await page.getByLabel(/防爆标志/).fill('Ex db IIC T6 Gb')
  await page.getByLabel(/视频地址/).fill('rtsp://admin:secret@nvr.example/777')
  await desk.shot('video-camera-drawer')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('填写有误').waitFor()
  await page.getByLabel(/视频地址/).fill('rtsp://nvr.example/777')
  await page.getByRole('button', { name: '保存' }).click()
  await rowOf('CAM-777').getByText('还没有覆盖部位').waitFor()

  await page.getByText('应录作业', { exact: true }).click()
  await page.getByText('上传期限').first().waitFor()
  await desk.shot('video-work')

  await page.getByText('录像', { exact: true }).first().click()
  const hold = page.getByRole('button', { name: '保留为证据' })
  await hold.first().waitFor()
  await hold.first().click()
  await page.getByLabel('保留原因').fill('火花溅落调查')
  await page.locator('.ant-drawer').getByRole('button', { name: '保留为证据' }).click()
  await rowOf('火花溅落调查').waitFor()
  await rowOf('火花溅落调查').getByRole('button', { name: '解除保留' }).click()
  await page.getByText('保存期还没有到').waitFor()
  await desk.shot('video-recordings')
  assert.equal(await rowOf('火花溅落调查').count(), 1)
})
