import type { Refusal } from './refusal.ts'

/** Two permits of one job ask for the same training of the same person: one gap, said once. */
export const withoutRepeats = (refusals: readonly Refusal[]): readonly Refusal[] => {
  // Each code once is the common case, and needs no comparing of what they say.
  if (new Set(refusals.map(({ code }) => code)).size === refusals.length) return refusals
  const seen = new Set<string>()
  return refusals.filter(({ code, params }) => {
    const key = `${code} ${JSON.stringify(params)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
