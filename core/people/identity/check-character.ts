/** GB 11643 §4.2: the weights of the first seventeen digits, and the check characters in the order of the remainder. */
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const idCheckCharacters = '10X98765432'

/** The eighteenth character of an identity number: `44052418800101001` → `4`. */
export const idCheckCharacterOf = (first17: string): string => {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += (first17.charCodeAt(at) - 48) * idWeights[at]!
  return idCheckCharacters[sum % 11]!
}

/** GB 32100 table 2: the letters I, O, S, V and Z are left out, because they read like digits or one another. */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** The eighteenth character of a unified social credit code (GB 32100 §5): `91350100M000100Y4` → `3`; nothing for a character outside the alphabet. */
export const creditCheckCharacterOf = (first17: string): string | undefined => {
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const value = creditAlphabet.indexOf(first17[at] ?? '?')
    if (value < 0) return undefined
    sum += value * creditWeights[at]!
  }
  return creditAlphabet[(31 - (sum % 31)) % 31]!
}

/** GB 11714: the ninth character of an organisation code: `M000100Y` → `4`. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const
export const organisationCheckCharacterOf = (first8: string): string | undefined => {
  let sum = 0
  for (let at = 0; at < 8; at++) {
    const value = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(first8[at] ?? '?')
    if (value < 0) return undefined
    sum += value * organisationWeights[at]!
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
