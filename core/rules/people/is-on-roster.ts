import { defineRequirement, met, unmet } from '../requirement.ts'

/** Only people on the plant's or a contractor's roster work; who left or was frozen does not. */
export const isOnRoster = defineRequirement({
  id: 'is-on-roster@1',
  parameters: {},
  check: (_, _context, { person, known }) => {
    if (!known) return unmet({ code: 'person-unknown', params: { person } })
    if (known.employment === 'active') return met
    return unmet({ code: 'person-not-employed', params: { person, employment: known.employment } })
  },
})
