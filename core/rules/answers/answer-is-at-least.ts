import { defineRequirement, met, unmet } from '../requirement.ts'

/** A number that the applicant gave reaches a limit; the limit itself passes. No number is no answer. */
export const answerIsAtLeast = defineRequirement({
  id: 'answer-is-at-least@1',
  parameters: { field: 'text', min: 'number' },
  check: ({ field, min }, { application, operation }) => {
    const value = application.fields[`${operation.id}.${field}`]
    if (typeof value !== 'number' || Number.isNaN(value))
      return unmet({ code: 'field-missing', params: { operation: operation.id, field } })
    return value >= min
      ? met
      : unmet({ code: 'answer-out-of-bounds', params: { operation: operation.id, field, value, min, max: null } })
  },
})
