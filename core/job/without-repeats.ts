import type { Refusal } from './refusal.ts'

/** Two permits of one job ask for the same training of the same person: one gap, said once. */
export const withoutRepeats = (refusals: readonly Refusal[]): readonly Refusal[] => {
  if (refusals.length < 2) return refusals
  const seen = new Set<string>()
  return refusals.filter(({ code, params }) => {
    const key = `${code} ${JSON.stringify(params)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
