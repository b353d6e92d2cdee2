import type { Problem } from '../../job/refusal.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** Hazards, measures and what to do in an emergency were told, and everybody at the site signed for it (4.4). */
export const briefingSigned = defineRequirement({
  id: 'briefing-signed@1',
  parameters: {},
  check: (_, { application, record }) => {
    if (!record?.briefing) return unmet({ code: 'briefer-missing', params: {} })
    const { briefer, signedAt } = record.briefing
    const people = new Set([
      application.leader,
      ...application.crew.map(({ person }) => person),
      ...application.guardians,
    ])
    people.delete(briefer)
    return unmet(
      ...[...people]
        .filter((person) => signedAt[person] === undefined)
        .map((person): Problem => ({ code: 'briefing-unsigned', params: { person } })),
    )
  },
})
