import type { LevelId } from '../../ids.ts'
import type { Operation } from '../../rulebook/rulebook.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** The position × operation matrix lets the person's position work at this level or a higher one. */
export const mayWorkAtLevel = defineRequirement({
  id: 'may-work-at-level@1',
  parameters: {},
  check: (_, { facts, operation, level }, { person, known }) => {
    if (!facts.matrix) return unmet({ code: 'matrix-unknown', params: {} })
    const allowed = (known && facts.matrix.rows[known.position]?.[operation.id]) ?? null
    if (allowed !== null && rankOf(allowed, operation) >= rankOf(level.id, operation)) return met
    return unmet({
      code: 'position-not-allowed',
      params: { person, operation: operation.id, level: level.id, allowed },
    })
  },
})

/** A level that the rulebook does not know ranks −1 and allows nothing. */
const rankOf = (level: LevelId, { levels }: Operation): number => levels.findIndex(({ id }) => id === level)
