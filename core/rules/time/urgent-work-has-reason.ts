import { bookingOf } from '../../job/booking.ts'
import { defineRequirement, met, unmet } from '../requirement.ts'

/** What was not booked a day ahead says why it cannot wait. Without a cut-off nothing is known to be in time. */
export const urgentWorkHasReason = defineRequirement({
  id: 'urgent-work-has-reason@1',
  parameters: {},
  check: (_, { application, rulebook, clock, record, facts }) => {
    const { booking } = rulebook
    const appliedAt = record?.submittedAt ?? facts.now
    if (booking && bookingOf(application.window.from, appliedAt, booking.cutOff, clock) === 'ahead') return met
    return application.urgentReason?.trim() ? met : unmet({ code: 'urgent-reason-missing', params: {} })
  },
})
