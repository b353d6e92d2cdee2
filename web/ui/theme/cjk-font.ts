/**
 * Loads our own Chinese font, but only on a machine that has none: 10 MB would be a bad joke on a phone that can write Chinese
 * already. A missing glyph draws the same box as a code point that no font has, and that is how its absence is seen.
 */
export const ensureChineseFont = async (): Promise<void> => {
  if (hasChineseGlyphs()) return
  const { default: url } = await import('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url')
  try {
    document.fonts.add(await new FontFace('Holdpoint CJK', `url(${url})`).load())
  } catch {
    // A page with boxes for letters still has shapes, numbers and a working stop button.
    return
  }
  const { style } = document.documentElement
  style.setProperty('--font-own', "'Holdpoint CJK'")
  // Chromium keeps text that it could not draw, until something else about the font changes.
  style.setProperty('text-rendering', 'optimizeLegibility')
}

const hasChineseGlyphs = (): boolean => {
  const neverAssigned = '\u{10FFFE}'
  const box = drawn(neverAssigned)
  return ['永', '票', '监'].some((glyph) => drawn(glyph) !== box)
}

const drawn = (text: string): string => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 32
  const context = canvas.getContext('2d')
  if (!context) return ''
  context.font = `24px ${getComputedStyle(document.body).fontFamily}`
  context.textBaseline = 'top'
  context.fillText(text, 2, 2)
  return canvas.toDataURL()
}
