import sharp, { type Sharp } from 'sharp'

/** Pictures for tests, drawn from a seed: other seeds look different, the same seed is the same to the byte. */
export const drawScene = (seed: number, width = 1200, height = 900): Sharp => {
  const random = randomFrom(seed)
  const shapes = Array.from({ length: 14 }, () => {
    const [x, y] = [random() * width, random() * height]
    const colour = `hsl(${Math.floor(random() * 360)} 50% ${15 + Math.floor(random() * 70)}%)`
    return random() < 0.5
      ? `<rect x="${x - 150}" y="${y - 120}" width="${80 + random() * 320}" height="${60 + random() * 280}" fill="${colour}"/>`
      : `<circle cx="${x}" cy="${y}" r="${40 + random() * 150}" fill="${colour}"/>`
  })
  const ground = `<rect width="${width}" height="${height}" fill="hsl(${Math.floor(random() * 360)} 25% 60%)"/>`
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${shapes.join('')}</svg>`,
    ),
  ).flatten({ background: '#808080' })
}

export const sceneJpeg = (seed: number, width?: number, height?: number): Promise<Buffer> =>
  drawScene(seed, width, height).jpeg({ quality: 88 }).toBuffer()

/** mulberry32 */
const randomFrom = (seed: number): (() => number) => {
  let state = Math.imul(seed, 0x9e3779b9) ^ 0x85ebca6b
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
