import { id, type GasId } from '../../ids.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/**
 * The list of gases of the place holds at least these, so that every test asks for them: some standards want certain gases
 * tested wherever they are, and a place whose list forgot one would be tested without it.
 */
export const placeNamesGases = defineRequirement({
  id: 'place-names-gases@1',
  parameters: { gases: 'texts' },
  check: ({ gases }, { facts, application: { place } }) => {
    const named = facts.place?.gases
    if (!named) return unmet({ code: 'gases-of-place-unknown', params: { place } })
    return unmet(
      ...gases
        .filter((gas) => !named.some((one) => one === gas))
        .map((gas) => ({ code: 'gas-of-place-missing', params: { place, gas: id<GasId>(gas) } }) as const),
    )
  },
})
