import { presenceAt } from '../../presence/presence-at.ts'
import type { Operation } from '../../rulebook/rulebook.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/**
 * This guardian has signed in at the site and is still inside the fence; not heard of within the operation's limit is not
 * present, whether or not anybody noticed.
 */
export const guardianIsPresent = defineRequirement({
  id: 'guardian-is-present@1',
  parameters: {},
  check: (_, { record, facts, operation }, { person }) => {
    const duty = record?.duty.findLast((one) => one.signIn.person === person && one.endedAt === null)
    const last = duty && presenceAt(duty, facts.heard?.[person], silentMinutesMaxOf(operation), facts.now)
    if (!last) return unmet({ code: 'guardian-not-signed-in', params: { person } })
    switch (last.state) {
      case 'inside':
        return met
      case 'outside':
        return unmet({ code: 'guardian-outside', params: { person, since: last.since } })
      case 'silent':
        return unmet({ code: 'guardian-silent', params: { person, since: last.since } })
    }
  },
})

/** Without a limit nobody may be silent at all: what is unknown permits nothing. */
const silentMinutesMaxOf = ({ holdPoints }: Operation): number => {
  const limits = holdPoints.flatMap((point) =>
    point.kind === 'guardian-sign-in' && point.applies ? [point.silentMinutesMax.value] : [],
  )
  return limits.length === 0 ? 0 : Math.min(...limits)
}
