import type { GuardianDuty } from '../../job/job.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** This guardian has signed in at the site and is still inside the fence; not heard of is not present. */
export const guardianIsPresent = defineRequirement({
  id: 'guardian-is-present@1',
  parameters: {},
  check: (_, { record, person }) => {
    const duty = record?.duty.findLast((one) => one.signIn.person === person && one.endedAt === null)
    const last = duty && lastPresenceOf(duty)
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

const lastPresenceOf = ({ presence }: GuardianDuty): GuardianDuty['presence'][number] | undefined => presence.at(-1)
