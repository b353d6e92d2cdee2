import { defineRequirement, met, unmet } from '../requirement.ts'

/** Only an installed blind can be removed, and only where none is can one be fitted. */
export const blindFitsAction = defineRequirement({
  id: 'blind-fits-action@1',
  parameters: { field: 'text', actionField: 'text' },
  check: ({ field, actionField }, { application, operation, record, facts: { blind } }) => {
    if (!blind)
      return unmet({
        code: 'blind-unknown',
        params: { blind: String(application.fields[`${operation.id}.${field}`] ?? '') },
      })
    const { number, state, job } = blind
    // After a break the blind is in this very job's work.
    if (state === 'in-work' && job !== null && job === record?.id) return met
    const fits =
      application.fields[`${operation.id}.${actionField}`] === 'remove'
        ? state === 'installed'
        : state === 'planned' || state === 'removed'
    return fits ? met : unmet({ code: 'blind-in-wrong-state', params: { blind: number, state } })
  },
})
