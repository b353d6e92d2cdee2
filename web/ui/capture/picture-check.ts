/** A small grey picture: one byte of brightness per pixel, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

export type Flaw = 'dark' | 'blurred' | 'same-as-before'
export type PictureCheck = { readonly flaws: readonly Flaw[]; readonly fingerprint: string }

/** The marks that the server uses too, so that a picture praised here is not doubted there. */
const brightnessMin = 35
const sharpnessMin = 25
/** Bits of 64 in which two pictures of one scene may differ; a hand-held second shot differs in more. */
const sameBitsMax = 3

/**
 * The instant check behind the shutter. It advises and never blocks: a person sees the picture and decides, and the server judges
 * again by its own means.
 */
export const checkPicture = (grey: Grey, before: readonly string[]): PictureCheck => {
  const fingerprint = fingerprintOf(grey)
  const isDark = brightnessOf(grey) < brightnessMin
  const flaws: Flaw[] = []
  if (isDark) flaws.push('dark')
  // Darkness is flat, so it would always be called blurred too; one word that helps is better than two.
  if (!isDark && sharpnessOf(grey) < sharpnessMin) flaws.push('blurred')
  if (before.some((earlier) => differingBits(earlier, fingerprint) <= sameBitsMax)) flaws.push('same-as-before')
  return { flaws, fingerprint }
}

const brightnessOf = ({ pixels }: Grey): number => pixels.reduce((sum, value) => sum + value, 0) / pixels.length

/** Variance of the Laplacian: edges make it large, a shaken or unfocused picture has none. */
const sharpnessOf = ({ width, height, pixels }: Grey): number => {
  let sum = 0
  let squares = 0
  const at = (x: number, y: number) => pixels[y * width + x] ?? 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)
      sum += edge
      squares += edge * edge
    }
  }
  const count = (width - 2) * (height - 2)
  return squares / count - (sum / count) ** 2
}

/** Difference hash: for 8 × 8 places, whether brightness rises to the right. 16 hex digits. */
const fingerprintOf = (grey: Grey): string => {
  let bits = ''
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      bits += meanOf(grey, column, row) < meanOf(grey, column + 1, row) ? '1' : '0'
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

const meanOf = ({ width, height, pixels }: Grey, column: number, row: number): number => {
  const fromX = Math.floor((column * width) / 9)
  const toX = Math.floor(((column + 1) * width) / 9)
  const fromY = Math.floor((row * height) / 8)
  const toY = Math.floor(((row + 1) * height) / 8)
  let sum = 0
  for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) sum += pixels[y * width + x] ?? 0
  return sum / ((toX - fromX) * (toY - fromY))
}

const differingBits = (a: string, b: string): number =>
  (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length
