/** How large a picture may be. Phones of 2026 deliver 12 megapixels in some 5 MB; the rest is room, not an invitation. */
export type PictureLimits = {
  readonly bytesMax: number
  readonly pixelsMax: number
  /** Below this a picture shows nothing that could be recognised. */
  readonly edgePixelsMin: number
}

export const pictureLimits: PictureLimits = {
  bytesMax: 12 * 1024 * 1024,
  pixelsMax: 50_000_000,
  edgePixelsMin: 160,
}
