import { windowsOverlap } from '../../time/window.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/**
 * Whoever comes to a place where other work goes on at that time says so: the coordinator of both hangs on that answer. Asked of
 * the later of the two alone, because the former could not know.
 */
export const crossWorkDeclared = defineRequirement({
  id: 'cross-work-declared@1',
  parameters: { field: 'text' },
  check: ({ field }, { application, operation, facts: { neighbours } }) => {
    if (application.fields[`${operation.id}.${field}`] === true) return unmet()
    if (!neighbours) return unmet({ code: 'neighbours-unknown', params: {} })
    return unmet(
      ...neighbours
        .filter((other) => other.isSamePlace && windowsOverlap(other.window, application.window))
        .map(({ job }) => ({ code: 'cross-work-undeclared', params: { job } }) as const),
    )
  },
})
