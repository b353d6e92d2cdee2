import { defineRequirement, met, unmet } from '../requirement.ts'

/** Pictures show that the place was left clean. */
export const residuePictured = defineRequirement({
  id: 'residue-pictured@1',
  parameters: { picturesMin: 'number' },
  check: ({ picturesMin }, { record }) => {
    const count = record?.residuePictures.length ?? 0
    return count >= picturesMin
      ? met
      : unmet({ code: 'residue-pictures-missing', params: { count, countMin: picturesMin } })
  },
})
