import qrcode from 'qrcode'
import sharp from 'sharp'

/** One picture that the fake camera sees, as JPEG. */
export type Scene = Buffer

const width = 1280
const height = 720

/**
 * A work face that never was: sky, floor and machinery from a seed. Other seeds differ enough to pass as other pictures;
 * the same seed is the same picture to the byte, for tests of reuse.
 */
export const workFace = (seed: number): Promise<Scene> => {
  const random = randomFrom(seed)
  const shapes = Array.from({ length: 14 }, () => {
    const [x, y] = [random() * width, random() * height]
    const colour = `hsl(${Math.floor(random() * 360)} ${30 + Math.floor(random() * 50)}% ${15 + Math.floor(random() * 70)}%)`
    return random() < 0.5
      ? `<rect x="${x - 150}" y="${y - 120}" width="${80 + random() * 320}" height="${60 + random() * 280}" fill="${colour}"/>`
      : `<circle cx="${x}" cy="${y}" r="${40 + random() * 150}" fill="${colour}"/>`
  })
  return render(
    `<rect width="${width}" height="${height}" fill="hsl(${Math.floor(random() * 360)} 25% 60%)"/>${shapes.join('')}`,
  )
}

/** A code held before the camera. */
export const codeInView = async (text: string): Promise<Scene> => {
  const svg = await qrcode.toString(text, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
  const code = await sharp(Buffer.from(svg)).resize(620, 620, { kernel: 'nearest' }).png().toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#e8e8e8' } })
    .composite([{ input: code, left: (width - 620) / 2, top: (height - 620) / 2 }])
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** A covered lens. */
export const darkness = (): Promise<Scene> => render(`<rect width="${width}" height="${height}" fill="#050505"/>`)

const render = (body: string): Promise<Scene> =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`))
    .flatten({ background: '#808080' })
    .jpeg({ quality: 88 })
    .toBuffer()

/** mulberry32: small, seeded, good enough to place rectangles. */
const randomFrom = (seed: number): (() => number) => {
  let state = Math.imul(seed, 0x9e3779b9) ^ 0x85ebca6b
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
