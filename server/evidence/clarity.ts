import type { GreyRaster } from './fingerprint.ts'

/** How well a picture can be recognised. Advice to take another one, never a refusal: a vessel is dark inside. */
export type Clarity = {
  /** Mean brightness, 0 black … 255 white. */
  readonly brightness: number
  /** Variance of the Laplacian on at most 512 pixels: edges make it large, blur makes it small. */
  readonly sharpness: number
  readonly advice: readonly ('dark' | 'blurred')[]
}

const brightnessMin = 35
const sharpnessMin = 25

export const readClarity = (raster: GreyRaster): Clarity => {
  const brightness = mean(raster.pixels)
  const sharpness = varianceOfLaplacian(raster)
  return {
    brightness: Math.round(brightness),
    sharpness: Math.round(sharpness),
    // Nothing can be sharp in the dark; one reason is enough to turn on the lamp.
    advice: brightness < brightnessMin ? ['dark'] : sharpness < sharpnessMin ? ['blurred'] : [],
  }
}

const mean = (pixels: Buffer): number => {
  let sum = 0
  for (const value of pixels) sum += value
  return sum / pixels.length
}

const varianceOfLaplacian = ({ pixels, width, height }: GreyRaster): number => {
  const at = (x: number, y: number): number => pixels[y * width + x] ?? 0
  let [sum, sumOfSquares, count] = [0, 0, 0]
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)
      sum += edge
      sumOfSquares += edge * edge
      count += 1
    }
  }
  return count === 0 ? 0 : sumOfSquares / count - (sum / count) ** 2
}
