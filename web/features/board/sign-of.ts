import type { BoardJob } from '#contract/job-views.ts'
import type { SafetyState } from '../../ui/safety/safety-shape.tsx'

/** What the server has found, as a sign: nothing is judged here. */
export const signOf = ({ status, lateDuties, isExpired, isStopped, absent }: BoardJob): SafetyState => {
  if (isStopped || isExpired || lateDuties > 0 || absent.length > 0) return 'stopped'
  if (status === 'active') return 'met'
  return status === 'approved' || status === 'finished' ? 'must' : 'not-open'
}
