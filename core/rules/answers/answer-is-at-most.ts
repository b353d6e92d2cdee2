import { defineRequirement, met, unmet } from '../requirement.ts'

/** A number that the applicant gave does not exceed a limit; the limit itself passes. No number is no answer. */
export const answerIsAtMost = defineRequirement({
  id: 'answer-is-at-most@1',
  parameters: { field: 'text', max: 'number' },
  check: ({ field, max }, { application, operation }) => {
    const value = application.fields[`${operation.id}.${field}`]
    if (typeof value !== 'number' || Number.isNaN(value))
      return unmet({ code: 'field-missing', params: { operation: operation.id, field } })
    return value <= max
      ? met
      : unmet({ code: 'answer-out-of-bounds', params: { operation: operation.id, field, value, min: null, max } })
  },
})
