/** The shortest password that an account may have; length is what makes guessing long. */
export const passwordCharactersMin = 10
