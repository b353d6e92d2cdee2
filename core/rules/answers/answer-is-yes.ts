import { defineRequirement, met, unmet } from '../requirement.ts'

/** The applicant says yes to what must be so: a no, and no answer, both refuse. */
export const answerIsYes = defineRequirement({
  id: 'answer-is-yes@1',
  parameters: { field: 'text' },
  check: ({ field }, { application, operation }) => {
    const value = application.fields[`${operation.id}.${field}`]
    if (typeof value !== 'boolean') return unmet({ code: 'field-missing', params: { operation: operation.id, field } })
    return value ? met : unmet({ code: 'answer-forbids', params: { operation: operation.id, field } })
  },
})
