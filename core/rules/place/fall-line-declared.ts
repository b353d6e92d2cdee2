import { windowsOverlap } from '../../time/window.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/**
 * Where other work at height goes on above or below, the application says so, because the barriers and the coordinator that it
 * needs hang on that answer. A place that cannot be measured may lie underneath.
 */
export const fallLineDeclared = defineRequirement({
  id: 'fall-line-declared@1',
  parameters: { field: 'text', operations: 'texts' },
  check: ({ field, operations }, { application, operation, facts: { neighbours } }) => {
    if (application.fields[`${operation.id}.${field}`] === true) return unmet()
    if (!neighbours) return unmet({ code: 'neighbours-unknown', params: {} })
    return unmet(
      ...neighbours
        .filter(
          (other) =>
            windowsOverlap(other.window, application.window) &&
            (other.isSamePlace || other.distanceMetres === null || other.distanceMetres === 0) &&
            other.operations.some((one) => operations.includes(one)),
        )
        .map(({ job }) => ({ code: 'fall-line-shared', params: { job } }) as const),
    )
  },
})
