import { holds } from '../rulebook/condition.ts'
import type { Context } from '../rules/requirement.ts'
import { conditionViewIn } from './condition-view.ts'

/**
 * How many guardians have to be at the site at the same time. More may be named than that, so that one can relieve the
 * other; a row whose condition cannot be told counts.
 */
export const guardiansNeeded = (context: Context): number => {
  const view = conditionViewIn(context)
  return Math.max(
    1,
    ...context.operation.guardian.countMin
      .filter(({ when }) => !when || holds(when, view) !== 'no')
      .map(({ atLeast }) => atLeast),
  )
}
