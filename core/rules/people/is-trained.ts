import type { CategoryId } from '../../ids.ts'
import type { IsoDate } from '../../time/epoch.ts'
import { defineRequirement, met, metThrough, unmet } from '../requirement.ts'

/** The training of the category has been passed and lasts through the last day of the planned work. */
export const isTrained = defineRequirement({
  id: 'is-trained@1',
  parameters: { category: 'text' },
  check: ({ category: name }, { neededFrom, neededThrough }, { person, known }) => {
    const category = name as CategoryId
    let lastsThrough: IsoDate | undefined
    for (const { holder, validFrom, validThrough } of known?.credentials[category] ?? []) {
      if (holder !== 'match' || validThrough === undefined) continue
      // Training that will only have been passed after the work began is none yet.
      if (validFrom !== undefined && validFrom > neededFrom) continue
      if (validThrough === 'unlimited') return met
      if (lastsThrough === undefined || validThrough > lastsThrough) lastsThrough = validThrough
    }
    if (lastsThrough === undefined) return unmet({ code: 'training-missing', params: { person, category } })
    if (lastsThrough >= neededThrough) return metThrough(lastsThrough)
    return unmet({
      code: 'training-expired',
      params: { person, category, validThrough: lastsThrough, neededThrough },
    })
  },
})
