import type { CategoryId } from '../../ids.ts'
import type { IsoDate } from '../../time/epoch.ts'
import { defineRequirement, met, metThrough, unmet } from '../requirement.ts'

/** The training of the category has been passed and lasts through the last day of the planned work. */
export const isTrained = defineRequirement({
  id: 'is-trained@1',
  parameters: { category: 'text' },
  check: ({ category: name }, { facts, person, neededThrough, application, clock }) => {
    const category = name as CategoryId
    const neededFrom = clock.dateOf(application.window.from)
    const lasting = facts.people[person]?.credentials
      .filter((credential) => credential.category === category && credential.holder === 'match')
      // Training that will only have been passed after the work began is none yet.
      .filter(({ validFrom }) => validFrom === undefined || validFrom <= neededFrom)
      .map(({ validThrough }) => validThrough)
      .filter((validThrough) => validThrough !== undefined)
    if (!lasting || lasting.length === 0) return unmet({ code: 'training-missing', params: { person, category } })
    if (lasting.includes('unlimited')) return met
    const validThrough = lasting.reduce((a, b) => (a > b ? a : b)) as IsoDate
    if (validThrough >= neededThrough) return metThrough(validThrough)
    return unmet({ code: 'training-expired', params: { person, category, validThrough, neededThrough } })
  },
})
