import sharp from 'sharp'

/** 64 bits of a picture's look, 16 hexadecimal digits. Pictures that look alike differ in few bits. */
export type Fingerprint = string & { readonly of: 'look' }

/** A small grey picture: one byte a pixel, row by row. */
export type GreyRaster = { readonly pixels: Buffer; readonly width: number; readonly height: number }

/**
 * Difference hash: whether each cell of a 9 × 8 grid is brighter than its right neighbour. It survives re-encoding,
 * scaling and a change of brightness, and not cropping or turning.
 *
 * A picture without contrast has no look: every dark one would resemble every other, so it has no fingerprint at all.
 */
export const fingerprintOf = async (raster: GreyRaster): Promise<Fingerprint | null> => {
  const cells = await sharp(raster.pixels, { raw: { width: raster.width, height: raster.height, channels: 1 } })
    .blur(1.5)
    .resize(9, 8, { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  if (Math.max(...cells) - Math.min(...cells) < contrastMin) return null

  const bits = Array.from({ length: 64 }, (_, i) => {
    const at = Math.floor(i / 8) * 9 + (i % 8)
    return (cells[at] ?? 0) > (cells[at + 1] ?? 0) ? '1' : '0'
  })
  return BigInt(`0b${bits.join('')}`)
    .toString(16)
    .padStart(16, '0') as Fingerprint
}

/** Between the brightest and the darkest cell, of 255. */
const contrastMin = 16

/** Of 64. Re-encoded and scaled copies of one picture stay at 0–3; two shots from a free hand are mostly beyond 10. */
export const nearBitsMax = 5

export const differingBits = (a: Fingerprint, b: Fingerprint): number => {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let count = 0
  for (; difference > 0n; difference &= difference - 1n) count += 1
  return count
}
