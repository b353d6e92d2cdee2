/** A scanner types like nobody can: on the whole faster than this per key. A single pause says little, a busy phone stutters. */
const meanGapMsMax = 80
/** After this long a new text begins, whoever types. */
const pauseMsMax = 400
const lengthMin = 6

/**
 * Tells a keyboard-wedge scanner from a keyboard: a fast run of keys, closed by Enter. Feed it every key; it answers the scanned text once.
 */
export const createWedgeReader = (): ((key: string, at: number) => string | undefined) => {
  let text = ''
  let firstAt = 0
  let lastAt = Number.NEGATIVE_INFINITY

  return (key, at) => {
    if (at - lastAt > pauseMsMax) text = ''
    lastAt = at
    if (key === 'Enter') {
      const scanned = text
      text = ''
      return scanned.length >= lengthMin && (at - firstAt) / scanned.length <= meanGapMsMax ? scanned : undefined
    }
    // Shift and the like arrive between the letters and are no text.
    if (key.length !== 1) return undefined
    if (text === '') firstAt = at
    text += key
    return undefined
  }
}
