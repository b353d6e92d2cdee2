import { defineRequirement, met, unmet } from '../requirement.ts'

/** A text names a single thing: a list of two in one field would put two things on one permit. */
export const answerNamesOne = defineRequirement({
  id: 'answer-names-one@1',
  parameters: { field: 'text' },
  check: ({ field }, { application, operation }) => {
    const value = application.fields[`${operation.id}.${field}`]
    if (typeof value !== 'string' || value.trim() === '')
      return unmet({ code: 'field-missing', params: { operation: operation.id, field } })
    return separators.test(value.trim())
      ? unmet({ code: 'answer-forbids', params: { operation: operation.id, field } })
      : met
  },
})

/** How people write two numbers in one box: `MB-1、MB-2`, `MB-1~3`, `MB-1 和 MB-2`. */
const separators = /[,，、;；&+~～/／\s]|至|和|及/
