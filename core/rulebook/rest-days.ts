import type { Grounds } from './grounds.ts'
import type { Condition } from './condition.ts'
import type { Rulebook } from './rulebook.ts'

/** Which weekdays are days of rest is asked by nobody for itself, but an upgrade hangs on it: without rest days it never comes. */
export const groundsOfRestDays = ({ operations }: Rulebook): Grounds => {
  const upgrades = Object.values(operations).flatMap((operation) => operation.upgrades)
  const hanging = upgrades.filter(({ when }) => asksForRestDays(when))
  const found = hanging.find(({ floor }) => floor) ?? hanging[0]
  if (found?.clause === undefined) return { source: 'enterprise' }
  return { clause: found.clause, ...(found.floor === undefined ? {} : { floor: found.floor }) }
}

const asksForRestDays = (when: Condition): boolean => {
  if ('all' in when) return when.all.some(asksForRestDays)
  if ('any' in when) return when.any.some(asksForRestDays)
  if ('not' in when) return asksForRestDays(when.not)
  return 'includes' in when && when.includes === 'rest-day'
}
