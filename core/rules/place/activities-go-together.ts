import { forbiddenIn } from '../../job/activities.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** What must not go on beside this work does not go on inside the same job either: nobody paints a space in which somebody welds. */
export const activitiesGoTogether = defineRequirement({
  id: 'activities-go-together@1',
  parameters: {},
  check: (_, { operation, application }) =>
    unmet(
      ...forbiddenIn(application, operation).map(
        ({ other, question, activity }) =>
          ({
            code: 'activity-conflicts',
            params: { operation: operation.id, other, field: question, activity },
          }) as const,
      ),
    ),
})
