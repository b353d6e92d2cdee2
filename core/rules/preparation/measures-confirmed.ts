import { defineRequirement, unmet } from '../requirement.ts'

/** Every safety measure of the form is confirmed by a named person; "not involved" only where the rulebook lets it. */
export const measuresConfirmed = defineRequirement({
  id: 'measures-confirmed@1',
  parameters: {},
  check: (_, { operation, record }) =>
    unmet(
      ...operation.measures
        .filter(({ id, optional }) => {
          const confirmed = record?.measures[`${operation.id}.${id}`]
          return !confirmed || (!confirmed.isInvolved && !optional)
        })
        .map(({ id }) => ({ code: 'measure-unconfirmed', params: { operation: operation.id, measure: id } }) as const),
    ),
})
