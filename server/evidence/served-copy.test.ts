import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import exifr from 'exifr'
import sharp from 'sharp'
import { drawScene } from './examples.ts'
import { pictureLimits } from './picture-limits.ts'
import { drawServedCopy } from './served-copy.ts'

const lower = async (bytes: Buffer) => {
  const { width, height } = await sharp(bytes).metadata()
  return sharp(bytes)
    .extract({ left: 0, top: height - 60, width, height: 60 })
    .greyscale()
    .raw()
    .toBuffer()
}

describe('the served copy', () => {
  test('carries no trace of what the camera wrote', async () => {
    const original = await drawScene(1)
      .withExif({ IFD0: { Make: 'Huawei' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const served = await drawServedCopy(original, ['动火 DH-1'], 'full', pictureLimits)
    const { width, height, exif, icc, orientation } = await sharp(served).metadata()
    assert.deepEqual([width, height, exif, icc, orientation], [900, 1200, undefined, undefined, undefined])
    assert.equal(await exifr.parse(served), undefined)
  })

  test('has its caption written on it, other text other pixels', async () => {
    const original = await drawScene(1).jpeg().toBuffer()
    const [plain, one, other] = await Promise.all(
      [[], ['监护人在岗'], ['作业面全景']].map(async (caption) =>
        lower(await drawServedCopy(original, caption, 'full', pictureLimits)),
      ),
    )
    assert.ok(plain && one && other)
    assert.notEqual(Buffer.compare(plain, one), 0)
    assert.notEqual(Buffer.compare(one, other), 0)
    // White letters on a dark band.
    assert.ok(Math.max(...one) > 230 && Math.min(...one) < 80)
  })

  test('bears names that look like markup, and more text than fits', async () => {
    const original = await drawScene(2, 400, 300).jpeg().toBuffer()
    const names = [
      '<R-101> & "釜" </span>',
      '\u0000\u0007',
      ...Array.from({ length: 40 }, (_, i) => `第 ${i} 行 甲类罐区反应釜`),
    ]
    const served = await drawServedCopy(original, names, 'full', pictureLimits)
    const { width, height } = await sharp(served).metadata()
    assert.deepEqual([width, height], [400, 300])
  })

  test('is at most 1920 pixels long, its thumbnail 360', async () => {
    const original = await drawScene(3, 3000, 2000).jpeg().toBuffer()
    const sizes = await Promise.all(
      (['full', 'thumbnail'] as const).map(
        async (size) => (await sharp(await drawServedCopy(original, ['x'], size, pictureLimits)).metadata()).width,
      ),
    )
    assert.deepEqual(sizes, [1920, 360])
  })
})
