import { pdfOf } from '#server/documents/examples.ts'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Device } from './browser-for.ts'
import { workFace } from './scenes.ts'

/** What people do with their thumbs, for tests that walk a whole way. */

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Holds a button as a thumb does: until it has filled. */
export const hold = async (page: Page, name: string | RegExp): Promise<void> => {
  const held = button(page, name).and(page.locator(':enabled')).first()
  await held.waitFor()
  await held.scrollIntoViewIfNeeded()
  const box = await held.boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.waitForTimeout(1300)
  await page.mouse.up()
}

/** An alarm takes the whole screen until somebody has seen it; whoever carries on has. */
export const answerAlarms = (page: Page): Promise<void> =>
  page.addLocatorHandler(page.getByRole('alertdialog'), (alarm) => alarm.getByRole('button').click())

let pictures = 1000

/** The shutter, then the picture as it is; the next one will show something else. */
export const takePicture = async (phone: Device): Promise<void> => {
  const shutter = button(phone.page, '拍照').and(phone.page.locator(':enabled'))
  await shutter.waitFor()
  await shutter.click()
  await phone.see(await workFace(++pictures))
  await button(phone.page, '用这张').click()
}

/** Hands in the approved file of a plan and says whose it is. */
export const uploadPlan = async (page: Page): Promise<void> => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '作业方案.pdf', mimeType: 'application/pdf', buffer: pdfOf('plan') })
  await page.getByText('已上传:作业方案.pdf').waitFor()
  await page.getByLabel('编制人').fill('李工')
  await page.getByLabel('审批人').fill('王总')
}

/** Writes every paper that the job asks for. */
export const writePreparations = async (page: Page): Promise<void> => {
  const write = button(page, '填写')
  await write.first().waitFor()
  for (let left = await write.count(); left > 0; left--) {
    await write.first().click()
    const plan = page.getByLabel('内容')
    const ticks = page.getByRole('checkbox')
    if ((await plan.count()) > 0) {
      await plan.fill('班长指挥,两人在外待命;报警后先断气,用三脚架提升')
      await uploadPlan(page)
    } else if ((await ticks.count()) > 0) for (const tick of await ticks.all()) await tick.click()
    else await button(page, /全部采用/).click()
    await button(page, '保存').click()
    await button(page, '保存').waitFor({ state: 'detached' })
  }
}

export const confirmMeasures = async (page: Page): Promise<void> => {
  const inPlace = page.getByRole('button', { name: '已落实', exact: true })
  await inPlace.first().waitFor()
  for (let left = await inPlace.count(); left > 0; left--) {
    await inPlace.first().click()
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('article button')].filter((one) => one.textContent === '已落实').length < count,
      left,
    )
  }
}
