/** A choice kept in this browser. A browser that forbids storage forgets it with the page, and nothing else happens. */
export const readPreference = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
  try {
    const kept = localStorage.getItem(`holdpoint.${name}`)
    return allowed.find((choice) => choice === kept)
  } catch {
    return undefined
  }
}

export const keepPreference = (name: string, choice: string): void => {
  try {
    localStorage.setItem(`holdpoint.${name}`, choice)
  } catch {
    return
  }
}
