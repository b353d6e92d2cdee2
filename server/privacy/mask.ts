/** `110***********1234`: enough to tell two people apart for somebody who knows the number, useless to anybody else. */
export const maskIdNumber = (text: string): string => maskMiddle(text, 3, 4)

/** `138****1234` */
export const maskPhone = (text: string): string => maskMiddle(text, 3, 4)

const hiddenMin = 4

/** What is too short to keep its ends is hidden altogether. */
const maskMiddle = (text: string, head: number, tail: number): string => {
  const characters = [...text]
  const hidden = characters.length - head - tail
  if (hidden < hiddenMin) return '*'.repeat(characters.length)
  return [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(-tail)].join('')
}
