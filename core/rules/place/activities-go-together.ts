import { questionOf } from '../../job/activities.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** What must not go on beside this work does not go on inside the same job either: nobody paints a space in which somebody welds. */
export const activitiesGoTogether = defineRequirement({
  id: 'activities-go-together@1',
  parameters: {},
  check: (_, { operation, application }) =>
    unmet(
      ...operation.conflicts.flatMap(({ with: { operation: other, activity } }) => {
        const field = activity === undefined ? undefined : questionOf(application, other, activity)
        return activity === undefined || field === undefined
          ? []
          : [{ code: 'activity-conflicts', params: { operation: operation.id, other, field, activity } } as const]
      }),
    ),
})
