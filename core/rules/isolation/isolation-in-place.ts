import type { PointCondition } from '../../isolation/point.ts'
import type { PointId } from '../../ids.ts'
import type { Problem } from '../../job/refusal.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** Every point that this work needs is locked, and somebody has tried out before a witness that nothing moves behind it. */
export const isolationInPlace = defineRequirement({
  id: 'isolation-in-place@1',
  parameters: {},
  check: (_, { facts, operation }) =>
    facts.isolation === undefined
      ? unmet({ code: 'isolation-unknown', params: {} })
      : unmet(
          ...facts.isolation
            .filter(({ isNamed, alwaysFor }) => isNamed || alwaysFor.includes(operation.id))
            .flatMap(({ id, condition }) => problemsOf(id, condition)),
        ),
})

const problemsOf = (point: PointId, condition: PointCondition['at']): readonly Problem[] => {
  switch (condition) {
    case 'in-service':
      return [{ code: 'point-not-isolated', params: { point } }]
    case 'isolated':
      return [{ code: 'point-not-tried-out', params: { point } }]
    case 'live':
      return [{ code: 'point-still-live', params: { point } }]
    case 'proven':
      return []
  }
}
