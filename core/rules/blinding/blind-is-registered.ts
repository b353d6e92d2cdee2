import { defineRequirement, met, unmet } from '../requirement.ts'

/** The blind that the application names is on the plant's map and register, and lies where the work is applied for. */
export const blindIsRegistered = defineRequirement({
  id: 'blind-is-registered@1',
  parameters: { field: 'text' },
  check: ({ field }, { application, operation, facts: { blind } }) => {
    const number = application.fields[`${operation.id}.${field}`]
    if (typeof number !== 'string' || number.trim() === '')
      return unmet({ code: 'field-missing', params: { operation: operation.id, field } })
    if (!blind) return unmet({ code: 'blind-unknown', params: { blind: number.trim() } })
    return blind.place === application.place
      ? met
      : unmet({ code: 'blind-of-another-place', params: { blind: blind.number, place: blind.place } })
  },
})
