import { defineRequirement, met, unmet } from '../requirement.ts'

/** A guardian does nothing else (4.10): not a member of the crew, and not its leader. */
export const guardianIsNotWorker = defineRequirement({
  id: 'guardian-is-not-worker@1',
  parameters: {},
  check: (_, { application }, { person }) => {
    const works = application.leader === person || application.crew.some((member) => member.person === person)
    return works ? unmet({ code: 'guardian-is-worker', params: { person } }) : met
  },
})
