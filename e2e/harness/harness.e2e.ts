import assert from 'node:assert/strict'
import { readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { browserFor } from './browser-for.ts'
import { launchBrowser } from './launch.ts'
import { codeInView, darkness, workFace } from './scenes.ts'

const font = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))

const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>@font-face{font-family:cjk;src:url(/font.ttf)}body{font:32px cjk}#bare{font-family:sans-serif}</style>
<p id="chinese">监护人到岗</p><p id="bare">监护人到岗</p><p id="where"></p>
<script>
navigator.geolocation.watchPosition(({ coords: { latitude, longitude, accuracy } }) => {
  document.querySelector('#where').textContent = [latitude, longitude, accuracy].join(' ')
})
const look = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } })
  const video = document.createElement('video')
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve))
  canvas.getContext('2d').drawImage(video, 0, 0)
  stream.getTracks().forEach((track) => track.stop())
  return canvas.toDataURL('image/png')
}
</script></html>`

const server = createServer(async (request, response) => {
  if (request.url === '/font.ttf') return void response.end(await readFile(font))
  if (request.url === '/refused') return void response.writeHead(422).end()
  response.setHeader('content-type', 'text/html').end(page)
})
let url = ''

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
after(() => server.close())

const pixelsOf = async (dataUrl: string) => {
  const { data, info } = await sharp(Buffer.from(dataUrl.split(',')[1] ?? '', 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

test('a phone is 390 × 844 with touch, and a desk 1440 × 900 without', async (t) => {
  const browser = browserFor(t)
  const [phone, desk] = [await browser.openPhone({ url }), await browser.openDesk({ url })]
  const measure = () => [innerWidth, innerHeight, navigator.maxTouchPoints > 0, navigator.language]
  assert.deepEqual(await phone.page.evaluate(measure), [390, 844, true, 'zh-CN'])
  assert.deepEqual(await desk.page.evaluate(measure), [1440, 900, false, 'zh-CN'])
  await desk.shot('desk')
})

test('a code held before the camera can be read from its picture, and the camera can be turned elsewhere', async (t) => {
  const phone = await browserFor(t).openPhone({ url, sees: await codeInView('HP1.fan.farbridge.F-12') })
  const seen = await pixelsOf(await phone.page.evaluate('look()'))
  assert.equal(jsqr.default(seen.pixels, seen.width, seen.height)?.data, 'HP1.fan.farbridge.F-12')

  await phone.see(await darkness())
  const dark = await pixelsOf(await phone.page.evaluate('look()'))
  assert.ok(dark.pixels.filter((_, i) => i % 4 !== 3).every((value) => value < 40))

  await phone.see(await workFace(3))
  const bright = await pixelsOf(await phone.page.evaluate('look()'))
  assert.equal(jsqr.default(bright.pixels, bright.width, bright.height), null)
})

test('a phone walks, and the page learns where and how exactly', async (t) => {
  const phone = await browserFor(t).openPhone({ url, at: { latitude: 30.1, longitude: 121.2, accuracyMetres: 8 } })
  await phone.page.getByText('30.1 121.2 8').waitFor()
  await phone.moveTo({ latitude: 30.105, longitude: 121.2, accuracyMetres: 55 })
  await phone.page.getByText('30.105 121.2 55').waitFor()
})

test('Chinese is drawn by the page’s own font, on a machine that has none', async (t) => {
  const phone = await browserFor(t).openPhone({ url })
  await phone.page.evaluate(() => document.fonts.load('32px cjk', '监'))
  await phone.shot('chinese')
  const drawn = await phone.page.locator('#chinese').screenshot()
  const boxes = await phone.page.locator('#bare').screenshot()
  assert.notEqual(Buffer.compare(drawn, boxes), 0)
})

test('a refusal of the server is no fault, an error of the page is', async (t) => {
  const phone = await browserFor(t).openPhone({ url })
  await phone.page.evaluate(() => fetch('/refused'))
  phone.allowFault(/provoked/)
  await phone.page.evaluate(() => console.error('provoked on purpose'))
})

test('a red console fails a test that is otherwise well, and leaves its picture', async (t) => {
  let ending: (() => Promise<void>) | undefined
  const said: string[] = []
  const inner = {
    name: 'inner',
    passed: true,
    diagnostic: (words: string) => said.push(words),
    after: (end: () => Promise<void>) => (ending = end),
  }
  const phone = await browserFor(inner as unknown as typeof t).openPhone({ url })
  await phone.page.evaluate(() => console.error('nobody answers for this'))
  assert.ok(ending)
  await assert.rejects(ending(), /nobody answers for this/)
  const [picture = ''] = said.map((words) => words.replace('picture kept: ', ''))
  assert.ok((await stat(picture)).size > 1000)
  await rm(picture)
})

test('no process is left when a browser is closed', async () => {
  const { pid, close } = await launchBrowser(await darkness())
  assert.equal(process.kill(pid, 0), true)
  await close()
  assert.throws(() => process.kill(pid, 0), /ESRCH/)
})
