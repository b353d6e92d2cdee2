import { defineRequirement, met, unmet } from '../requirement.ts'

/** The position × operation matrix lets the person's position work at this level or a higher one. */
export const mayWorkAtLevel = defineRequirement({
  id: 'may-work-at-level@1',
  parameters: {},
  check: (_, { facts, person, operation, level }) => {
    if (!facts.matrix) return unmet({ code: 'matrix-unknown', params: {} })
    const position = facts.people[person]?.position
    const allowed = (position !== undefined ? facts.matrix.rows[position]?.[operation.id] : undefined) ?? null
    const rankOf = (id: string | null): number => operation.levels.findIndex((one) => one.id === id)
    // A level that the rulebook does not know ranks −1 and allows nothing.
    if (allowed !== null && rankOf(allowed) >= rankOf(level.id)) return met
    return unmet({
      code: 'position-not-allowed',
      params: { person, operation: operation.id, level: level.id, allowed },
    })
  },
})
